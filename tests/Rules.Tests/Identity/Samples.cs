using Elizon.Grains.Identity;
using Elizon.Identity;

namespace Elizon.Rules.Tests.Identity;

/// <summary>A person to start from.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    public static readonly UserId Jo = new("jo");
    public static readonly SessionId First = new(new string('a', 64));
    public static readonly SessionId Second = new(new string('b', 64));

    public static readonly Profile Profile = new(
        "Jörg",
        "Müller-Łuk",
        AccountType.Private,
        null,
        null,
        "Hauptstraße 1",
        "10115",
        "Berlin",
        "DE",
        null,
        "de"
    );

    public static readonly Registration Registration = new(
        "jo@customer.example",
        "Correct-Horse-7-abcdefghij",
        Profile,
        true
    );

    public static RegistrationFacts Facts(bool taken = false) =>
        new(Jo, "jo@customer.example", "hash-1", Profile, "v1", First, taken);

    public static string CodeHash(string code) =>
        OneTimeSecret.Hash(OneTimeSecrets.CodePurpose, Jo, code);

    public static DrawnCode Code(string code) => new(CodeHash(code), "sealed");

    public static UserState Registered => User.Register(Facts(), Code("123456"), Now).Next;

    public static UserState Verified =>
        User.Verify(Jo, Registered, CodeHash("123456"), "session/x", Now).Change!.Next;

    public static Caller Session(Operation? operation = null) =>
        new(Jo, CallerKind.Session, User.By(First), Permission.None, Now, operation);

    public static IEnumerable<TMessage> Messages<TMessage>(
        this Elizon.Grains.Storage.Change<UserState> change
    ) => change.Messages.Select(m => m.Message).OfType<TMessage>();
}
