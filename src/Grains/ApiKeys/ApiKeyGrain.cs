using Elizon.ApiKeys;
using Elizon.Grains.Identity;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Elizon.Grains.ApiKeys;

/// <summary>
/// One API key: who it speaks for, what it may, and how often. Counts its use in memory and writes it every few minutes
/// and when it goes to sleep; a crash loses what came after the last writing.
/// </summary>
[GrainType("apikey"), CollectionAgeLimit(Minutes = 15)]
internal sealed partial class ApiKeyGrain(
    [PersistentState("apikey")] IPersistentState<KeyState> key,
    [Wall] TimeProvider wall,
    ILogger<ApiKeyGrain> logger
) : Grain, IApiKeyCredential, IApiKeyGrain, IInbox
{
    private static readonly TimeSpan Coarse = TimeSpan.FromMinutes(5);

    private RateWindow _window;
    private Principal? _principal;
    private KeyNetworks _networks = KeyNetworks.Of([]);
    private DateTimeOffset _written;
    private long _writtenTotal;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Learn();
        (_written, _writtenTotal) = (wall.GetUtcNow(), key.State.Total);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(
        DeactivationReason reason,
        CancellationToken cancellationToken
    ) => _principal is null ? Task.CompletedTask : Write();

    public async Task<Admission> Admit(string address)
    {
        var now = wall.GetUtcNow();
        if (_principal is null || key.State.Facts!.ExpiresAt <= now)
        {
            DeactivateOnIdle();
            return default;
        }
        if (!_networks.Allows(address))
            return default;
        var rate = _window.Count(key.State.Facts.RateLimit, now);
        key.State.Count(now, rate.Allowed);
        if (now - _written > Coarse || _writtenTotal == 0)
            await Write();
        return new Admission(_principal, rate);
    }

    public async Task Issue(KeyFacts facts)
    {
        key.State = new KeyState { Facts = facts };
        await key.WriteStateAsync();
        Learn();
    }

    public Task<KeySight> Look() =>
        Task.FromResult(
            new KeySight(
                key.State.Total,
                key.State.LastUsedAt,
                [.. key.State.Days.AsEnumerable().Reverse()]
            )
        );

    public async Task Apply(long epoch, bool verified, StaffRole roles)
    {
        if (key.State.Facts is not { } facts || epoch <= facts.Epoch)
            return;
        key.State.Facts = facts with { Epoch = epoch, Roles = roles };
        Learn();
        await key.WriteStateAsync();
    }

    public async Task End(string reason)
    {
        if (_principal is not { } principal)
            return;
        _principal = null;
        await CredentialEnding.Finish(
            this,
            new Revocation(principal.User, principal.By, null, reason),
            GrainFactory,
            key.ClearStateAsync
        );
    }

    public Task Receive(Delivery delivery) =>
        delivery.Read() switch
        {
            StandingChanged now => Apply(now.Epoch, now.Verified, now.Roles),
            CredentialEnded end => End(end.Reason),
            var other => throw new InvalidOperationException($"{other.GetType().Name}?"),
        };

    /// <summary>Staff rights go with the key only where it was made for staff routes.</summary>
    private void Learn()
    {
        if (!key.RecordExists || key.State.Facts is not { } facts)
            return;
        _networks = KeyNetworks.Of(facts.IpAddresses);
        _principal = new Principal(
            facts.User,
            CallerKind.ApiKey,
            KeyEntry.ByOf(ApiKeyId.Of(this.GetPrimaryKeyString())),
            facts.Scopes,
            Verified: true,
            facts.Scopes.Contains(ApiScopes.Admin) ? facts.Roles : StaffRole.None
        );
    }

    private async Task Write()
    {
        if (_writtenTotal == key.State.Total)
            return;
        (_written, _writtenTotal) = (wall.GetUtcNow(), key.State.Total);
        try
        {
            await key.WriteStateAsync();
        }
        catch (Exception error)
        {
            // Counting is not worth a refused request.
            LogUncounted(logger, error);
            DeactivateOnIdle();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The use of an API key was not written")]
    private static partial void LogUncounted(ILogger logger, Exception error);
}
