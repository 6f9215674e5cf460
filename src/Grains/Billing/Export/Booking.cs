namespace Elizon.Grains.Billing.Export;

/// <summary>A booking from one account to another; the amount is positive.</summary>
internal sealed record Booking(BookedSide Debit, BookedSide Credit, Money Amount)
{
    /// <summary>
    /// The pairs of a movement: debits are settled against credits in their order, so that per ledger the pairs sum to
    /// exactly what was booked.
    /// </summary>
    /// <param name="movement">All sides of one effect.</param>
    public static IEnumerable<Booking> Of(IEnumerable<BookedSide> movement)
    {
        var debits = new Queue<BookedSide>();
        var credits = new Queue<BookedSide>();
        foreach (var side in movement.OrderBy(s => s.Side))
            (side.Amount < Money.Zero ? debits : credits).Enqueue(side);
        var debit = Money.Zero;
        var credit = Money.Zero;
        while (debits.Count > 0 && credits.Count > 0)
        {
            debit = debit == Money.Zero ? -debits.Peek().Amount : debit;
            credit = credit == Money.Zero ? credits.Peek().Amount : credit;
            var amount = debit < credit ? debit : credit;
            yield return new Booking(debits.Peek(), credits.Peek(), amount);
            debit -= amount;
            credit -= amount;
            if (debit == Money.Zero)
                debits.Dequeue();
            if (credit == Money.Zero)
                credits.Dequeue();
        }
    }
}
