using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Grains.Billing.Pricing;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>What earlier documents left of an invoice, by line: nothing is taken back twice.</summary>
internal sealed record Remainder(ImmutableArray<Amounts> Lines)
{
    public Amounts Sum => Amounts.Sum(Lines);

    public bool Gone => Lines.All(l => l == default);

    /// <param name="takers">The content of all documents that took from it.</param>
    public static Remainder Of(InvoiceContent original, IEnumerable<InvoiceContent> takers)
    {
        var left = original.Lines.Select(l => l.Sum).ToArray();
        foreach (var line in takers.SelectMany(t => t.Lines))
            left[IndexOf(original, left, line)] += line.Sum;
        return new Remainder([.. left]);
    }

    /// <summary>Net and tax of a gross part of a line; the whole rest takes the whole rest's tax, so that nothing stays.</summary>
    /// <exception cref="Refusal">Invalid: not above zero, or more than is left.</exception>
    public Amounts Share(int position, Money gross)
    {
        var left = Lines[position - 1];
        if (gross <= Money.Zero || gross > left.Gross)
            throw BillingRefusals.CorrectionOutOfRange(position, left.Gross);
        if (gross == left.Gross)
            return left;
        var tax = Money.Round(left.Tax.Euros * gross.Cents / left.Gross.Cents);
        return new Amounts(gross - tax, tax);
    }

    /// <summary>What can still be taken back of a piece that was sold on a line: all it bore, as long as so much is left.</summary>
    /// <param name="line">Index of the line.</param>
    public Amounts Piece(int line, Amounts paid)
    {
        var left = Lines[line];
        if (left.Net >= paid.Net && left.Tax >= paid.Tax)
            return paid;
        return left.Gross <= paid.Gross ? left : Share(line + 1, paid.Gross);
    }

    /// <summary>Older documents do not say which line they take from: the first alike that still has so much.</summary>
    private static int IndexOf(InvoiceContent original, Amounts[] left, ContentLine taker)
    {
        if (taker.Takes is { } position)
            return position - 1;
        for (var i = 0; i < left.Length; i++)
            if (
                original.Lines[i] is var line
                && (line.Name, line.UnitPrice, line.PeriodFrom)
                    == (taker.Name, taker.UnitPrice, taker.PeriodFrom)
                && left[i].Gross >= -taker.Sum.Gross
            )
                return i;
        throw new InvalidOperationException($"No line of the original fits '{taker.Name}'.");
    }
}
