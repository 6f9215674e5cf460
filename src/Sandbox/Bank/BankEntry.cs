namespace Elizon.Sandbox.Bank;

/// <summary>A movement on the account. Immutable.</summary>
/// <param name="Cents">Negative for money that went.</param>
/// <param name="Name">Who paid or was paid.</param>
/// <param name="Texts">What the payer wrote, as the bank splits it.</param>
/// <param name="Structured">Structured creditor reference.</param>
/// <param name="ReturnReason">Set for a return.</param>
/// <param name="Batch">Entries of one batch share it; null for a single one.</param>
/// <param name="Pending">Not booked yet: the next statement shows it as pending and books it for the one after.</param>
/// <param name="Statement">Where it was told as booked; null before.</param>
internal sealed record BankEntry(
    string Id,
    DateTimeOffset At,
    long Cents,
    string Name,
    string? Iban,
    string? EndToEndId,
    IReadOnlyList<string> Texts,
    string? Structured,
    string? ReturnReason,
    string? Batch,
    bool Pending,
    string? Statement
);

/// <summary>An end-of-day statement. Immutable: telling it again gives the same.</summary>
/// <param name="Repeated">Entries of earlier statements that it tells again.</param>
/// <param name="Shown">Pending entries that it shows.</param>
/// <param name="ClosingFault">Cents by which its closing balance is wrong.</param>
internal sealed record BankStatement(
    string Number,
    DateTimeOffset At,
    long Opening,
    long Closing,
    IReadOnlyList<string> Booked,
    IReadOnlyList<string> Repeated,
    IReadOnlyList<string> Shown,
    long ClosingFault
);

/// <summary>A payment order that was taken. Its message id is taken once.</summary>
internal sealed record TakenOrder(string MessageId, int Transfers, long Cents, DateTimeOffset At);
