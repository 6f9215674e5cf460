using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>What the sign-in desk and the founding of staff ask of a person; not part of the contract.</summary>
[Alias("IUserControl")]
internal interface IUserControl : IGrainWithStringKey
{
    /// <summary>Opens the registration; a repeat of the operation opens a further session of the same person.</summary>
    [Alias("Register")]
    Task<UserView> Register(RegistrationFacts facts, Visitor visitor, Operation? operation);

    /// <summary>Makes this person the first of the staff. Idempotent.</summary>
    [Alias("FoundStaff")]
    Task<UserView> FoundStaff(RegistrationFacts facts, Visitor visitor);

    /// <summary>The stored hash, null when there is no such person.</summary>
    [Alias("PasswordHash")]
    Task<string?> PasswordHash();

    [Alias("OpenSession")]
    Task<UserView> OpenSession(SessionId session, Visitor visitor);

    [Alias("EndOwnSession")]
    Task EndOwnSession(SessionId session, string actor);

    /// <summary>Mails a link, unless one was mailed just now. Says nothing.</summary>
    [Alias("AskReset"), Orleans.Concurrency.OneWay]
    Task AskReset();

    [Alias("CheckReset")]
    Task CheckReset(string secret);

    [Alias("ResetPassword")]
    Task ResetPassword(string secret, string passwordHash);

    [Alias("ChangePassword")]
    Task ChangePassword(string seenHash, string passwordHash, SessionId keep, string actor);

    [Alias("Rehash")]
    Task Rehash(string seenHash, string newHash);
}
