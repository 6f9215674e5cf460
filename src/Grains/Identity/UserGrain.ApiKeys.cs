using Elizon.ApiKeys;
using Elizon.Grains.ApiKeys;
using Elizon.Identity;

namespace Elizon.Grains.Identity;

internal sealed partial class UserGrain
{
    public async Task<ApiKeyView[]> ApiKeys()
    {
        var keys = State.Keys.Reverse();
        return await Task.WhenAll(
            keys.Select(async k => k.ToView((await Key(k.Id).Look()).LastUsedAt))
        );
    }

    public async Task<ApiKeyView> CreateApiKey(ApiKeyRequest request, Caller by)
    {
        if (await aggregate.Replay<ApiKeyView>(by.Operation) is { } earlier)
            return earlier;
        var token = secrets.KeyToken();
        var id = ApiKeyId.Of(TokenHash.Of(token));
        var change = KeyRules.Create(
            Id,
            State,
            request,
            id,
            token[^4..],
            options.Value.RequestsPerMinute,
            by,
            wall.GetUtcNow()
        );
        var entry = change.Next.Keys[^1];
        await aggregate.Commit(change, by.Operation, entry.ToView(null));
        if (State.Keys.All(k => k.Id != id))
            // Another activation carried out the same operation first; its token went out with its answer.
            return (await aggregate.Replay<ApiKeyView>(by.Operation))!;
        await Key(id)
            .Issue(
                new KeyFacts(
                    Id,
                    entry.Scopes,
                    entry.IpAddresses,
                    entry.RateLimit,
                    entry.ExpiresAt,
                    State.Epoch,
                    State.Roles
                )
            );
        return entry.ToView(null, token);
    }

    public async Task DeleteApiKey(ApiKeyId key, Caller by) =>
        await Commit(KeyRules.Delete(Id, State, key, by));

    public async Task<ApiKeyUsage[]> ApiKeyUsage() =>
        await Task.WhenAll(
            State
                .Keys.Reverse()
                .Select(async k =>
                {
                    var sight = await Key(k.Id).Look();
                    return new ApiKeyUsage(k.Id, k.Name, sight.Total, sight.LastUsedAt, sight.Days);
                })
        );

    private IApiKeyGrain Key(ApiKeyId id) => GrainFactory.GetGrain<IApiKeyGrain>(id.Value);
}
