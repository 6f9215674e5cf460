namespace Elizon.Identity;

/// <summary>The only way to credentials and rate limits; both are keyed by hashes or prefixed names, never by a token.</summary>
public static class CredentialGrainFactory
{
    /// <param name="tokenHash"><see cref="TokenHash.Of"/> of the session token.</param>
    public static ISessionCredential SessionCredential(
        this IGrainFactory grains,
        string tokenHash
    ) => grains.GetGrain<ISessionCredential>(tokenHash);

    /// <param name="tokenHash"><see cref="TokenHash.Of"/> of the key.</param>
    public static IApiKeyCredential ApiKeyCredential(this IGrainFactory grains, string tokenHash) =>
        grains.GetGrain<IApiKeyCredential>(tokenHash);

    /// <param name="key">"address/…", "failed/…" or "account/…".</param>
    public static IRateLimitGrain RateLimit(this IGrainFactory grains, string key) =>
        grains.GetGrain<IRateLimitGrain>(key);
}
