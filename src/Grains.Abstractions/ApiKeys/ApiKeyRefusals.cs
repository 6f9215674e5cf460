namespace Elizon.ApiKeys;

/// <summary>What the management of keys refuses.</summary>
public static class ApiKeyRefusals
{
    public static Refusal NotFound() => CommonRefusals.NotFound("API key");

    public static Refusal TooMany(int most) =>
        new(RefusalKind.Conflict, "apikey.tooMany", $"An account has at most {most} API keys.");

    public static Refusal BeyondOwn(string what) =>
        new(
            RefusalKind.Forbidden,
            "apikey.beyondOwn",
            $"An API key cannot make another one with more {what} than its own."
        );
}
