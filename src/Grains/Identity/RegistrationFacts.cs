using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>A checked sign-up on its way to the person's grain; the password is hashed, the code drawn and sealed.</summary>
/// <param name="Session">The session that comes with it.</param>
/// <param name="AddressTaken">There is a verified account: a notice goes out instead of a code, and no code verifies.</param>
[GenerateSerializer, Immutable, Alias("RegistrationFacts")]
internal sealed record RegistrationFacts(
    [property: Id(0)] UserId User,
    [property: Id(1)] string Email,
    [property: Id(2)] string PasswordHash,
    [property: Id(3)] Profile Profile,
    [property: Id(4)] string TermsVersion,
    [property: Id(5)] SessionId Session,
    [property: Id(6)] bool AddressTaken
)
{
    public override string ToString() => nameof(RegistrationFacts);
}

/// <summary>A code as it is drawn: mailed sealed, kept hashed.</summary>
internal readonly record struct DrawnCode(string Hash, string Sealed);
