using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Elizon.Grains.Identity;

/// <summary>
/// One login. Lives 30 days from its last use, on the wall's clock. Knows what its person told it and never asks back,
/// so an admission is one call that waits for nobody.
/// </summary>
[GrainType("session"), CollectionAgeLimit(Minutes = 15)]
internal sealed partial class SessionGrain(
    [PersistentState("session")] IPersistentState<SessionState> session,
    [Wall] TimeProvider wall,
    IOptions<IdentityOptions> options,
    ILogger<SessionGrain> logger
) : Grain, ISessionCredential, ISessionGrain, IInbox
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>Seen again within this time is not written.</summary>
    private static readonly TimeSpan Coarse = TimeSpan.FromMinutes(5);

    private RateWindow _window;
    private Principal? _principal;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _principal = Live(wall.GetUtcNow()) ? PrincipalOf(session.State) : null;
        return Task.CompletedTask;
    }

    public async Task<Admission> Admit(string address)
    {
        var now = wall.GetUtcNow();
        if (_principal is null || !Live(now))
        {
            // Guesses must not pile up in memory.
            DeactivateOnIdle();
            return default;
        }
        if (now - session.State.LastSeenAt > Coarse)
            await See(now);
        return new Admission(_principal, _window.Count(options.Value.RequestsPerMinute, now));
    }

    public async Task Open(SessionFacts facts)
    {
        session.State = new SessionState
        {
            User = facts.User,
            Epoch = facts.Epoch,
            Verified = facts.Verified,
            Roles = facts.Roles,
            Address = facts.Visitor.Address,
            Agent = facts.Visitor.Agent,
            LastSeenAt = wall.GetUtcNow(),
        };
        await session.WriteStateAsync();
        _principal = PrincipalOf(session.State);
    }

    public Task<SessionSight?> Look() =>
        Task.FromResult(
            _principal is not null && Live(wall.GetUtcNow())
                ? new SessionSight(
                    session.State.User,
                    new Visitor(session.State.Address, session.State.Agent),
                    session.State.LastSeenAt,
                    session.State.LastSeenAt + Life
                )
                : null
        );

    public async Task Apply(long epoch, bool verified, StaffRole roles)
    {
        if (_principal is null || epoch <= session.State.Epoch)
            return;
        (session.State.Epoch, session.State.Verified, session.State.Roles) = (
            epoch,
            verified,
            roles
        );
        _principal = PrincipalOf(session.State);
        await session.WriteStateAsync();
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
            session.ClearStateAsync
        );
    }

    public Task Receive(Delivery delivery) =>
        delivery.Read() switch
        {
            StandingChanged now => Apply(now.Epoch, now.Verified, now.Roles),
            CredentialEnded end => End(end.Reason),
            var other => throw new InvalidOperationException($"{other.GetType().Name}?"),
        };

    private bool Live(DateTimeOffset now) =>
        session.RecordExists && session.State.LastSeenAt + Life > now;

    private async Task See(DateTimeOffset now)
    {
        session.State.LastSeenAt = now;
        try
        {
            await session.WriteStateAsync();
        }
        catch (Exception error)
        {
            // Being seen is not worth a refused request; the next use writes it.
            LogUnseen(logger, error);
            DeactivateOnIdle();
        }
    }

    private Principal PrincipalOf(SessionState state) =>
        new(
            state.User,
            state.Roles == StaffRole.None ? CallerKind.Session : CallerKind.Staff,
            User.By(SessionId.Of(this.GetPrimaryKeyString())),
            null,
            state.Verified,
            state.Roles
        );

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last use of a session was not written")]
    private static partial void LogUnseen(ILogger logger, Exception error);
}
