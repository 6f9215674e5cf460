namespace Elizon.Declarations;

/// <summary>One declaration. Key: <see cref="DeclarationId"/>. Never lost: kept before it is confirmed.</summary>
[Alias("IDeclarationGrain")]
public interface IDeclarationGrain : IGrainWithStringKey
{
    /// <summary>Keeps it, and mails the confirmation with date and time. Called by <see cref="IDeclarationDesk"/> only.</summary>
    [Alias("Declare")]
    Task<DeclarationReceipt> Declare(Declaration declaration, Caller by);

    /// <exception cref="Refusal">NotFound.</exception>
    [Alias("Show")]
    Task<DeclarationView> Show();

    /// <summary>Staff says which contract is meant.</summary>
    /// <exception cref="Refusal">NotFound; Conflict: closed.</exception>
    [Alias("Match")]
    Task<DeclarationView> Match(ServiceId service, Caller by);

    /// <summary>Staff has carried it out, or nothing follows from it.</summary>
    /// <exception cref="Refusal">Invalid: no note; NotFound; Conflict: closed.</exception>
    [Alias("Close")]
    Task<DeclarationView> Close(bool done, string note, Caller by);
}

/// <summary>Takes declarations of people who did not sign in. Stateless.</summary>
[Alias("IDeclarationDesk")]
public interface IDeclarationDesk : IGrainWithIntegerKey
{
    /// <summary>
    /// First step (not confirmed): what would be declared, nothing is kept. Second step: it is received, confirmed by mail
    /// at once. The answer does not tell whether the address or the contract is known.
    /// </summary>
    /// <param name="visitor">The network address that asks; counted.</param>
    /// <exception cref="Refusal">Invalid with every fault named; Limited.</exception>
    [Alias("Declare")]
    Task<DeclarationReceipt> Declare(
        Declaration declaration,
        bool confirmed,
        string visitor,
        Caller by
    );

    /// <summary>For staff: the oldest open ones first when a status is given, else the newest.</summary>
    [Alias("List")]
    Task<PageOf<DeclarationView>> List(DeclarationStatus? status, PageRequest page);
}

/// <summary>The only way to the grains of this feature.</summary>
public static class DeclarationsGrainFactory
{
    public static IDeclarationGrain Declaration(this IGrainFactory grains, DeclarationId id) =>
        grains.GetGrain<IDeclarationGrain>(id.Value);

    public static IDeclarationDesk DeclarationDesk(this IGrainFactory grains) =>
        grains.GetGrain<IDeclarationDesk>(0);
}

/// <summary>What declarations refuse.</summary>
public static class DeclarationRefusals
{
    public static Refusal TooMany(int retryAfterSeconds) =>
        new(
            RefusalKind.Limited,
            "declaration.tooMany",
            "Too many declarations came from here. Please wait, or write to us.",
            retryAfterSeconds: retryAfterSeconds
        );

    public static Refusal Closed() =>
        new(RefusalKind.Conflict, "declaration.closed", "The declaration is closed already.");
}
