namespace Elizon.Audit;

/// <summary>Who did what to which thing, and why.</summary>
/// <param name="Actor">"session/…", "key/…", "system".</param>
/// <param name="Action">Stable word, such as "service.suspended".</param>
/// <param name="Target">"service/ab12…".</param>
/// <param name="Owner">The customer concerned.</param>
[GenerateSerializer, Immutable, Alias("AuditView")]
public sealed record AuditView(
    [property: Id(0)] long Nr,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string Actor,
    [property: Id(3)] string Action,
    [property: Id(4)] string Target,
    [property: Id(5)] UserId? Owner,
    [property: Id(6)] string? Reason,
    [property: Id(7)] IReadOnlyDictionary<string, string>? Details
);

/// <summary>What to look for; null members match everything.</summary>
[GenerateSerializer, Immutable, Alias("AuditFilter")]
public sealed record AuditFilter(
    [property: Id(0)] string? Target = null,
    [property: Id(1)] UserId? Owner = null,
    [property: Id(2)] string? Action = null,
    [property: Id(3)] string? Actor = null
);

/// <summary>Reads the audit trail, the newest first. Stateless.</summary>
[Alias("IAuditReader")]
public interface IAuditReader : IGrainWithIntegerKey
{
    [Alias("List")]
    Task<PageOf<AuditView>> List(AuditFilter filter, PageRequest page);
}

/// <summary>The only way to the grains of this feature.</summary>
public static class AuditGrainFactory
{
    public static IAuditReader AuditReader(this IGrainFactory grains) =>
        grains.GetGrain<IAuditReader>(0);
}
