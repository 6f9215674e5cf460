using System.Collections.Immutable;

namespace Elizon.Grains.Billing.Ledger;

/// <summary>
/// A movement of money with two sides or more that sum to zero. <paramref name="Effect"/> is its business key, such as
/// "payment/tr_7/received": the same cause books once, however often it is told.
/// </summary>
internal sealed record Movement(string Effect, string Reason, InvoiceId? Invoice = null)
{
    public ImmutableList<(string Ledger, Money Amount)> Sides { get; init; } = [];

    /// <summary>True where money was taken back from outside: then the balance may go below zero, and only then.</summary>
    public bool MayOverdraw { get; init; }

    /// <summary>Adds a side; nothing for zero.</summary>
    public Movement Post(string ledger, Money amount) =>
        amount == Money.Zero ? this : this with { Sides = Sides.Add((ledger, amount)) };

    /// <summary>The change of one ledger.</summary>
    public Money On(string ledger) =>
        Money.Sum(Sides.Where(s => s.Ledger == ledger).Select(s => s.Amount));

    public IEnumerable<LedgerRow> Rows(AccountId account, DateTimeOffset at)
    {
        if (Money.Sum(Sides.Select(s => s.Amount)) != Money.Zero)
            throw new InvalidOperationException($"The movement {Effect} does not sum to zero.");
        return Sides.Select(
            (side, i) =>
                new LedgerRow(at, account, Effect, i, side.Ledger, side.Amount, Reason, Invoice)
        );
    }
}
