namespace Elizon.Identity;

public partial interface IUserGrain
{
    [Alias("Show")]
    Task<UserView> Show();

    /// <exception cref="Refusal">Invalid with every fault named.</exception>
    [Alias("ChangeProfile")]
    Task<UserView> ChangeProfile(ProfileChange change, Caller by);

    /// <summary>Proves the address by the mailed code and claims it. Verified already: nothing happens.</summary>
    /// <exception cref="Refusal">Invalid: wrong or expired code; Conflict: the address has an account by now.</exception>
    [Alias("VerifyAccount")]
    Task<UserView> VerifyAccount(string code, Caller by);

    /// <summary>Mails a new code.</summary>
    /// <exception cref="Refusal">Limited: 60 s between codes, and a few in all; Conflict: verified already.</exception>
    [Alias("ResendCode")]
    Task ResendCode(Caller by);

    /// <summary>The live sessions, the newest first.</summary>
    [Alias("Sessions")]
    Task<SessionView[]> Sessions(SessionId current);

    /// <exception cref="Refusal">NotFound: no such session of this person.</exception>
    [Alias("EndSession")]
    Task EndSession(SessionId session, Caller by);

    /// <summary>Ends all sessions but the given one and says how many there were.</summary>
    [Alias("EndOtherSessions")]
    Task<int> EndOtherSessions(SessionId current, Caller by);

    /// <summary>For staff: gives and takes staff rights. Nobody changes their own.</summary>
    /// <exception cref="Refusal">Invalid, Forbidden, NotFound.</exception>
    [Alias("SetRoles")]
    Task<UserView> SetRoles(StaffRole roles, Caller by);
}
