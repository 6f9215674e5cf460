using Elizon.ApiKeys;

namespace Elizon.Identity;

public partial interface IUserGrain
{
    /// <summary>The keys, the newest first, masked.</summary>
    [Alias("ApiKeys")]
    Task<ApiKeyView[]> ApiKeys();

    /// <summary>
    /// Makes a key; the answer carries its token, this once. A key that makes keys never grants scopes, addresses or a
    /// life beyond its own. A repeat of the operation gives the same key without its token.
    /// </summary>
    /// <exception cref="Refusal">Invalid with every fault named, Forbidden, Conflict: too many keys.</exception>
    [Alias("CreateApiKey")]
    Task<ApiKeyView> CreateApiKey(ApiKeyRequest request, Caller by);

    /// <exception cref="Refusal">NotFound.</exception>
    [Alias("DeleteApiKey")]
    Task DeleteApiKey(ApiKeyId key, Caller by);

    [Alias("ApiKeyUsage")]
    Task<ApiKeyUsage[]> ApiKeyUsage();
}
