namespace Elizon.Identity;

/// <summary>Where somebody without a session comes from. Personal data: never logged.</summary>
/// <param name="Address">IP address without port.</param>
/// <param name="Agent">User-Agent, at most 256 characters.</param>
[GenerateSerializer, Immutable, Alias("Visitor")]
public sealed record Visitor([property: Id(0)] string Address, [property: Id(1)] string Agent)
{
    public override string ToString() => nameof(Visitor);
}

/// <summary>Everything a sign-up brings.</summary>
/// <param name="AcceptTerms">Must be true; the version in force is kept with it.</param>
[GenerateSerializer, Immutable, Alias("Registration")]
public sealed record Registration(
    [property: Id(0)] string Email,
    [property: Id(1)] string Password,
    [property: Id(2)] Profile Profile,
    [property: Id(3)] bool AcceptTerms
)
{
    public override string ToString() => nameof(Registration);
}

/// <summary>A new session. The token is shown this once and kept nowhere.</summary>
/// <param name="ExpiresAt">Without use; every use moves it.</param>
[GenerateSerializer, Immutable, Alias("SignedIn")]
public sealed record SignedIn(
    [property: Id(0)] UserView User,
    [property: Id(1)] string Token,
    [property: Id(2)] DateTimeOffset ExpiresAt
)
{
    public override string ToString() => nameof(SignedIn);
}

/// <summary>Whether people may sign up, as the operator set it.</summary>
[GenerateSerializer, Immutable, Alias("RegistrationStatus")]
public sealed record RegistrationStatus(
    [property: Id(0)] bool General,
    [property: Id(1)] bool Private,
    [property: Id(2)] bool Business
);

/// <summary>
/// Sign-up, login and forgotten passwords: what happens before there is a session. Answers never tell whether an address
/// has an account, neither by word nor by time. Stateless.
/// </summary>
[Alias("ISignInDesk")]
public interface ISignInDesk : IGrainWithIntegerKey
{
    [Alias("Status")]
    Task<RegistrationStatus> Status();

    /// <summary>
    /// Opens a registration with a restricted session and mails the activation code; for a taken address a notice
    /// instead. A repeat with the same operation gives the same person and a further session.
    /// </summary>
    /// <exception cref="Refusal">Invalid with every fault named; Forbidden when closed; Limited.</exception>
    [Alias("Register")]
    Task<SignedIn> Register(Registration registration, Visitor visitor, Operation? operation);

    /// <exception cref="Refusal">Unauthenticated, the same for a wrong password and an unknown address; Limited.</exception>
    [Alias("Login")]
    Task<SignedIn> Login(string email, string password, Visitor visitor);

    /// <summary>Mails a link when there is such a person; says nothing about it.</summary>
    [Alias("ForgotPassword")]
    Task ForgotPassword(string email, Visitor visitor);

    /// <exception cref="Refusal">Invalid: the token is unknown, used or too old.</exception>
    [Alias("CheckReset")]
    Task CheckReset(string token, Visitor visitor);

    /// <summary>Sets a new password by the mailed token and ends all sessions.</summary>
    [Alias("ResetPassword")]
    Task ResetPassword(string token, string password, Visitor visitor);

    /// <summary>Sets a new password and ends all other sessions.</summary>
    /// <exception cref="Refusal">Invalid: the current password is wrong or the new one too weak; Limited.</exception>
    [Alias("ChangePassword")]
    Task ChangePassword(string current, string password, SessionId session, Caller by);

    /// <summary>Ends the session with this id, if there is one.</summary>
    [Alias("Logout")]
    Task Logout(SessionId? session, Caller by);

    /// <summary>
    /// Makes the first staff account, with every right, by the one-time token that the silo wrote into its data folder.
    /// </summary>
    /// <exception cref="Refusal">Forbidden: wrong token; Gone: there is a staff account.</exception>
    [Alias("InitStaff")]
    Task<SignedIn> InitStaff(string token, Registration registration, Visitor visitor);
}
