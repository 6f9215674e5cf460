using Elizon.Identity;

namespace Elizon.Grains.Identity;

internal sealed partial class UserGrain
{
    public async Task<UserView> OpenSession(SessionId session, Visitor visitor)
    {
        await Commit(User.OpenSession(Id, State, session, clock.GetUtcNow()));
        await Open(session, visitor);
        return State.ToView(Id);
    }

    public async Task<SessionView[]> Sessions(SessionId current)
    {
        var views = await Task.WhenAll(State.Sessions.Select(s => View(s, current)));
        return [.. views.OfType<SessionView>().OrderByDescending(s => s.LastSeenAt)];
    }

    public async Task EndSession(SessionId session, Caller by)
    {
        var change = User.EndSession(Id, State, session, "revoked", by.By, clock.GetUtcNow());
        await Commit(change ?? throw CommonRefusals.NotFound("session"));
    }

    public async Task EndOwnSession(SessionId session, string actor)
    {
        if (User.EndSession(Id, State, session, "logout", actor, clock.GetUtcNow()) is { } change)
            await Commit(change);
    }

    public async Task<int> EndOtherSessions(SessionId current, Caller by)
    {
        if (User.EndOtherSessions(Id, State, current, by.By, clock.GetUtcNow()) is not { } change)
            return 0;
        var ended = State.Sessions.Count - change.Next.Sessions.Count;
        await Commit(change);
        return ended;
    }

    /// <summary>Null for one that ran out by itself.</summary>
    private async Task<SessionView?> View(OpenSession session, SessionId current) =>
        await credentials.Look(session.Id) is { } sight
            ? new SessionView(
                session.Id,
                session.Id == current,
                sight.Visitor.Address,
                sight.Visitor.Agent,
                session.CreatedAt,
                sight.LastSeenAt,
                sight.ExpiresAt
            )
            : null;
}
