namespace Elizon.Identity;

/// <summary>A person together with their balance. Stateless: asks the person and the account.</summary>
[Alias("IProfileDesk")]
public interface IProfileDesk : IGrainWithIntegerKey
{
    [Alias("Show")]
    Task<UserView> Show(UserId user);

    /// <exception cref="Refusal">Invalid with every fault named.</exception>
    [Alias("Change")]
    Task<UserView> Change(UserId user, ProfileChange change, Caller by);

    /// <summary>The person and the session that asks.</summary>
    [Alias("Session")]
    Task<CurrentSession> Session(UserId user, SessionId session);

    /// <summary>Ends one session, or all but the asking one when none is named; says how many.</summary>
    /// <exception cref="Refusal">NotFound: no such session of this person.</exception>
    [Alias("EndSessions")]
    Task<int> EndSessions(SessionId? session, SessionId current, Caller by);
}

/// <summary>Who is signed in, and by which session.</summary>
[GenerateSerializer, Immutable, Alias("CurrentSession")]
public sealed record CurrentSession(
    [property: Id(0)] UserView User,
    [property: Id(1)] SessionView Session
);
