namespace Elizon.Providers;

/// <summary>What providers refuse, one sentence each.</summary>
public static class ProviderRefusals
{
    public static Refusal NotReachable(string? reason) =>
        new(
            RefusalKind.ProviderDown,
            "provider.notReachable",
            "The provider did not answer as expected. Test it with 'elizon node test'.",
            reason is null ? null : [reason],
            retryAfterSeconds: 30
        );

    public static Refusal NoSuchEgg(string egg) =>
        new(RefusalKind.NotFound, "egg.unknown", $"There is no game '{egg}'.");

    public static Refusal Variables(string[] faults) =>
        new(
            RefusalKind.Invalid,
            "variables.invalid",
            "Validation failed for egg variables",
            faults
        );
}
