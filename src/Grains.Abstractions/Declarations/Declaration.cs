namespace Elizon.Declarations;

/// <summary>What is declared.</summary>
[GenerateSerializer, Alias("DeclarationKind")]
public enum DeclarationKind
{
    /// <summary>A contract is cancelled (§ 312k BGB).</summary>
    Cancellation,

    /// <summary>A contract is withdrawn from (§ 356a BGB).</summary>
    Withdrawal,
}

/// <summary>How a contract is cancelled.</summary>
[GenerateSerializer, Alias("CancellationType")]
public enum CancellationType
{
    /// <summary>With the notice the contract has.</summary>
    Ordinary,

    /// <summary>For an important reason, without notice.</summary>
    Extraordinary,
}

/// <summary>A declaration as somebody typed it. Personal data: never logged.</summary>
/// <param name="Email">Where the confirmation goes.</param>
/// <param name="Contract">Number of a server, an order or an invoice; null when they do not have it.</param>
/// <param name="Reason">For an extraordinary cancellation.</param>
/// <param name="EndsOn">Null: as soon as possible.</param>
/// <param name="Locale">"de" or "en", of the confirmation.</param>
[GenerateSerializer, Immutable, Alias("Declaration")]
public sealed record Declaration(
    [property: Id(0)] DeclarationKind Kind,
    [property: Id(1)] string Name,
    [property: Id(2)] string Email,
    [property: Id(3)] string? Contract,
    [property: Id(4)] CancellationType Type,
    [property: Id(5)] string? Reason,
    [property: Id(6)] DateOnly? EndsOn,
    [property: Id(7)] string Locale
)
{
    public override string ToString() => nameof(Declaration);
}

/// <summary>A declaration before and after it is made: the same to everybody, whether we know them or not.</summary>
/// <param name="Id">The reference; null in the first step.</param>
/// <param name="ReceivedAt">When it was received; null in the first step, in which nothing is kept.</param>
[GenerateSerializer, Immutable, Alias("DeclarationReceipt")]
public sealed record DeclarationReceipt(
    [property: Id(0)] DeclarationId? Id,
    [property: Id(1)] DeclarationKind Kind,
    [property: Id(2)] string Name,
    [property: Id(3)] string Email,
    [property: Id(4)] string? Contract,
    [property: Id(5)] CancellationType Type,
    [property: Id(6)] string? Reason,
    [property: Id(7)] DateOnly? EndsOn,
    [property: Id(8)] DateTimeOffset? ReceivedAt
)
{
    public override string ToString() => nameof(DeclarationReceipt);
}

/// <summary>Where a declaration stands.</summary>
[GenerateSerializer, Alias("DeclarationStatus")]
public enum DeclarationStatus
{
    /// <summary>Not looked at yet.</summary>
    Received,

    /// <summary>It is known which contract is meant. It is carried out at once, or the note says why staff must decide.</summary>
    Matched,

    /// <summary>Staff must find out who and what is meant.</summary>
    Unmatched,

    /// <summary>Carried out.</summary>
    Done,

    /// <summary>Nothing follows from it; the note says why.</summary>
    Rejected,
}

/// <summary>A declaration as staff sees it. Personal data: never logged.</summary>
/// <param name="Customer">Who made it, when the address is a customer's.</param>
/// <param name="Service">Which contract is meant.</param>
/// <param name="Note">What was done, why staff must decide, or what staff wrote when they closed it.</param>
[GenerateSerializer, Immutable, Alias("DeclarationView")]
public sealed record DeclarationView(
    [property: Id(0)] DeclarationId Id,
    [property: Id(1)] DeclarationStatus Status,
    [property: Id(2)] Declaration Declaration,
    [property: Id(3)] UserId? Customer,
    [property: Id(4)] ServiceId? Service,
    [property: Id(5)] string? Note,
    [property: Id(6)] DateTimeOffset ReceivedAt,
    [property: Id(7)] DateTimeOffset? ClosedAt
)
{
    public override string ToString() => nameof(DeclarationView);
}
