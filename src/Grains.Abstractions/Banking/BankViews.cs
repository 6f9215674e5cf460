namespace Elizon.Banking;

/// <summary>What became of a statement.</summary>
[GenerateSerializer, Alias("StatementOutcome")]
public enum StatementOutcome
{
    Taken,

    /// <summary>Taken before; nothing changed.</summary>
    Known,

    /// <summary>Nothing of it was taken; the faults say why.</summary>
    Refused,
}

/// <summary>A statement of the house's bank account.</summary>
/// <param name="Number">The bank's id of it.</param>
/// <param name="Transactions">Booked ones in it.</param>
/// <param name="Pending">Entries not booked yet, left out.</param>
/// <param name="AlreadyTold">Transactions that an earlier statement told.</param>
/// <param name="Matched">New ones whose account was told.</param>
/// <param name="Queued">New ones that wait for staff.</param>
/// <param name="Gap">It does not begin with the balance the one before it ends with: statements are missing.</param>
[GenerateSerializer, Immutable, Alias("StatementView")]
public sealed record StatementView(
    [property: Id(0)] string Iban,
    [property: Id(1)] string Number,
    [property: Id(2)] Money Opening,
    [property: Id(3)] DateOnly OpeningOn,
    [property: Id(4)] Money Closing,
    [property: Id(5)] DateOnly ClosingOn,
    [property: Id(6)] int Transactions,
    [property: Id(7)] int Pending,
    [property: Id(8)] int AlreadyTold,
    [property: Id(9)] int Matched,
    [property: Id(10)] int Queued,
    [property: Id(11)] bool Gap,
    [property: Id(12)] StatementOutcome Outcome,
    [property: Id(13)] string[] Faults
);

/// <summary>A transaction on the house's bank account. Personal data.</summary>
/// <param name="Amount">Negative for money that went.</param>
/// <param name="Account">Whose it is; while it is queued, whose it may be.</param>
/// <param name="Reason">Why it waits, or why staff decided so.</param>
[GenerateSerializer, Immutable, Alias("BankTransactionView")]
public sealed record BankTransactionView(
    [property: Id(0)] BankTransactionId Id,
    [property: Id(1)] Money Amount,
    [property: Id(2)] DateOnly BookedOn,
    [property: Id(3)] string? OtherName,
    [property: Id(4)] string? OtherIban,
    [property: Id(5)] string Text,
    [property: Id(6)] string? CreditorReference,
    [property: Id(7)] string? EndToEndId,
    [property: Id(8)] string? ReturnReason,
    [property: Id(9)] BankTransactionStatus Status,
    [property: Id(10)] MatchKind? MatchedBy,
    [property: Id(11)] AccountId? Account,
    [property: Id(12)] InvoiceId? Invoice,
    [property: Id(13)] PayoutId? Payout,
    [property: Id(14)] string? Reason,
    [property: Id(15)] string? DecidedBy
);
