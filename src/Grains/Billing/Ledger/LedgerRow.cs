using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Ledger;

/// <summary>One side of a movement: credit positive, debit negative. (effect, side) is unique for ever.</summary>
[Table("ledger_entry")]
internal sealed record LedgerRow(
    DateTimeOffset At,
    AccountId Account,
    string Effect,
    int Side,
    string Ledger,
    Money Amount,
    string Reason,
    InvoiceId? Invoice
) : Row
{
    /// <summary>The constraint that a movement booked before violates.</summary>
    public const string UniqueEffect = "ledger_entry_effect";
}
