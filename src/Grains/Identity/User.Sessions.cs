using Elizon.Grains.Storage;

namespace Elizon.Grains.Identity;

internal static partial class User
{
    /// <summary>The oldest session makes room for one more.</summary>
    public const int MostSessions = 30;

    public static Change<UserState> OpenSession(
        UserId id,
        UserState state,
        SessionId session,
        DateTimeOffset now
    )
    {
        var room =
            state.Sessions.Count < MostSessions
                ? new Change<UserState>(state)
                : EndSessions(
                    state,
                    s => state.Sessions.IndexOf(s) <= state.Sessions.Count - MostSessions,
                    "revoked"
                );
        return (
            room with
            {
                Next = room.Next with
                {
                    Sessions = room.Next.Sessions.Add(new OpenSession(session, now)),
                },
            }
        ).Record(Audit(id, "auth.login", By(session), now));
    }

    /// <summary>Ends one session; null when it is not one of this person's.</summary>
    public static Change<UserState>? EndSession(
        UserId id,
        UserState state,
        SessionId session,
        string reason,
        string actor,
        DateTimeOffset now
    ) =>
        state.Sessions.Any(s => s.Id == session)
            ? EndSessions(state, s => s.Id == session, reason)
                .Record(Audit(id, "session.ended", actor, now))
            : null;

    public static Change<UserState>? EndOtherSessions(
        UserId id,
        UserState state,
        SessionId keep,
        string actor,
        DateTimeOffset now
    ) =>
        state.Sessions.Any(s => s.Id != keep)
            ? EndSessions(state, s => s.Id != keep, "revoked")
                .Record(Audit(id, "session.othersEnded", actor, now))
            : null;

    private static Change<UserState> EndSessions(
        UserState state,
        Func<OpenSession, bool> which,
        string reason
    )
    {
        var ended = state.Sessions.Where(which).ToArray();
        return ended.Aggregate(
            new Change<UserState>(state with { Sessions = state.Sessions.RemoveRange(ended) }),
            (c, s) => c.Send(Address(s.Id), new CredentialEnded(reason))
        );
    }
}
