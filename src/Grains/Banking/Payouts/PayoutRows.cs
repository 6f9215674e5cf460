using Elizon.Banking;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Banking.Payouts;

/// <summary>A payout. Personal data.</summary>
/// <param name="Iban">The house's account that pays.</param>
/// <param name="Account">Whose balance it comes from; null for a transfer that is sent back.</param>
/// <param name="Source">The transfer that is sent back; null for a balance.</param>
/// <param name="Text">What the payee reads.</param>
[Table("bank_payout", WriteMode.Upsert)]
internal sealed record PayoutRow(
    [property: Key] PayoutId Id,
    BankAccountId Iban,
    AccountId? Account,
    BankTransactionId? Source,
    string Holder,
    string PayeeIban,
    Money Amount,
    string Text,
    PayoutStatus Status,
    PayoutFileId? File,
    DateTimeOffset RequestedAt,
    string RequestedBy,
    DateTimeOffset? SettledAt,
    string? Reason
) : Row
{
    public PayoutView ToView() =>
        new(
            Id,
            Account,
            Holder,
            PayeeIban,
            Amount,
            Text,
            Status,
            File,
            RequestedAt,
            SettledAt,
            Reason
        );
}

/// <summary>A file for the bank. Append-only.</summary>
[Table("payout_file")]
internal sealed record PayoutFileRow(
    PayoutFileId Id,
    BankAccountId Iban,
    int Payouts,
    Money Sum,
    string Content,
    DateTimeOffset CreatedAt,
    string CreatedBy
) : Row
{
    public PayoutFileView ToView() => new(Id, Payouts, Sum, CreatedAt);
}
