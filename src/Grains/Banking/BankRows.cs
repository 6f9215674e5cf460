using Elizon.Banking;
using Elizon.Grains.Banking.Camt;
using Elizon.Grains.Banking.Matching;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Banking;

/// <summary>A statement that was taken. <paramref name="Known"/> of its transactions were told by an earlier one.</summary>
[Table("bank_statement")]
internal sealed record BankStatementRow(
    string Id,
    BankAccountId Iban,
    string Number,
    Money Opening,
    DateOnly OpeningOn,
    Money Closing,
    DateOnly ClosingOn,
    int Transactions,
    int Pending,
    int Known,
    DateTimeOffset ImportedAt,
    string ImportedBy
) : Row;

/// <summary>A transaction and what became of it. Personal data.</summary>
[Table("bank_transaction", WriteMode.Upsert)]
internal sealed record BankTransactionRow(
    [property: Key] BankTransactionId Id,
    BankAccountId Iban,
    string Statement,
    Money Amount,
    DateOnly BookedOn,
    DateOnly? ValuedOn,
    string? EndToEndId,
    string? Reference,
    string? OtherName,
    string? OtherIban,
    string Text,
    string? CreditorReference,
    string? ReturnReason,
    BankTransactionStatus Status,
    MatchKind? MatchedBy,
    AccountId? Account,
    InvoiceId? Invoice,
    PayoutId? Payout,
    BankTransactionId? Original,
    string? Reason,
    DateTimeOffset ImportedAt,
    DateTimeOffset? DecidedAt,
    string? DecidedBy
) : Row
{
    public static BankTransactionRow Of(
        BankAccountId iban,
        string statement,
        BankTransaction t,
        Match match,
        DateTimeOffset now
    ) =>
        new(
            t.Id,
            iban,
            statement,
            t.Amount,
            t.BookedOn,
            t.ValuedOn,
            t.EndToEndId,
            t.Reference,
            t.OtherName,
            t.OtherIban,
            t.Text,
            t.CreditorReference,
            t.ReturnReason,
            match.Status,
            match.Kind,
            match.Account,
            match.Invoice,
            match.Payout,
            match.Original,
            match.Reason,
            now,
            null,
            null
        );
}
