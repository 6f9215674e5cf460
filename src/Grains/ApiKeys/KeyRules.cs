using System.Net;
using Elizon.ApiKeys;
using Elizon.Grains.Audit;
using Elizon.Grains.Identity;
using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.ApiKeys;

/// <summary>The rules of a person's API keys.</summary>
internal static class KeyRules
{
    public const int MostKeys = 50;
    public const int MostAddresses = 20;

    /// <param name="standard">Requests a minute unless the request asks for less.</param>
    /// <param name="wall">Real time: the life of a credential does not follow the test clock.</param>
    public static Change<UserState> Create(
        UserId user,
        UserState state,
        ApiKeyRequest request,
        ApiKeyId id,
        string tail,
        int standard,
        Caller by,
        DateTimeOffset wall
    )
    {
        if (state.VerifiedAt is null)
            throw IdentityRefusals.Unverified();
        string[] faults = [.. Faults(state, request, standard, wall)];
        if (faults.Length > 0)
            throw CommonRefusals.Invalid(faults);
        if (state.Keys.Count >= MostKeys)
            throw ApiKeyRefusals.TooMany(MostKeys);
        var key = new KeyEntry(
            id,
            request.Name.Trim(),
            [.. ApiScopes.All.Intersect(request.Scopes)],
            tail,
            request.IpAddresses ?? [],
            request.RateLimit ?? standard,
            by.At,
            request.ExpiresAt,
            by.By
        );
        if (by.Kind == CallerKind.ApiKey)
            CheckWithin(state.Keys.Single(k => k.By == by.By), key);
        return new Change<UserState>(state with { Keys = state.Keys.Add(key) })
            .Record(AuditRow.Of(by, "apikey.created", id, user))
            .Send(SendMail.Box(user), Mails.NewApiKey(user, key.Name, key.Scopes, by.At));
    }

    public static Change<UserState> Delete(UserId user, UserState state, ApiKeyId id, Caller by)
    {
        var key = state.Keys.Find(k => k.Id == id) ?? throw ApiKeyRefusals.NotFound();
        return new Change<UserState>(state with { Keys = state.Keys.Remove(key) })
            .Record(AuditRow.Of(by, "apikey.deleted", id, user))
            .Send(Outbox.Address.Of(id), new CredentialEnded("revoked"));
    }

    private static IEnumerable<string> Faults(
        UserState state,
        ApiKeyRequest request,
        int standard,
        DateTimeOffset wall
    )
    {
        if (request.Name.Trim() is not { Length: >= 1 and <= 64 } name || name.Any(char.IsControl))
            yield return "'name' has 1 to 64 characters.";
        if (request.Scopes.Length == 0)
            yield return $"'scopes' names at least one of {string.Join(", ", ApiScopes.All)}.";
        foreach (var scope in request.Scopes.Except(Grantable(state)).Take(10))
            yield return $"'scopes': '{Shown(scope)}' is none of {string.Join(", ", Grantable(state))}.";
        if (request.ExpiresAt <= wall)
            yield return "'expiresAt' must be in the future.";
        if (request.IpAddresses?.Length > MostAddresses)
            yield return $"'ipAddresses' has at most {MostAddresses} items.";
        foreach (
            var text in (request.IpAddresses ?? [])
                .Where(a => !KeyNetworks.TryParse(a, out _))
                .Take(10)
        )
            yield return $"'ipAddresses': '{Shown(text)}' is neither an address nor a network such as 203.0.113.0/24.";
        if (request.RateLimit is { } limit && (limit < 1 || limit > standard))
            yield return $"'rateLimit' must be between 1 and {standard}.";
    }

    /// <summary>The word of staff routes is there for staff only.</summary>
    private static IEnumerable<string> Grantable(UserState state) =>
        state.Roles == StaffRole.None
            ? ApiScopes.All.Where(s => s != ApiScopes.Admin)
            : ApiScopes.All;

    private static void CheckWithin(KeyEntry maker, KeyEntry made)
    {
        if (made.Scopes.Except(maker.Scopes).Any())
            throw ApiKeyRefusals.BeyondOwn("scopes");
        if (maker.ExpiresAt is { } end && (made.ExpiresAt is null || made.ExpiresAt > end))
            throw ApiKeyRefusals.BeyondOwn("life");
        if (made.RateLimit > maker.RateLimit)
            throw ApiKeyRefusals.BeyondOwn("requests a minute");
        if (!KeyNetworks.Of(made.IpAddresses).IsWithin(KeyNetworks.Of(maker.IpAddresses)))
            throw ApiKeyRefusals.BeyondOwn("addresses");
    }

    private static string Shown(string text) => text.Length > 64 ? text[..64] + "…" : text;
}
