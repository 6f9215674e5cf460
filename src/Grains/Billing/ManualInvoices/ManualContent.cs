using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Pricing;
using Elizon.Identity;

namespace Elizon.Grains.Billing.ManualInvoices;

/// <summary>Makes the content of an invoice by hand.</summary>
internal static class ManualContent
{
    /// <param name="day">Day of issue.</param>
    /// <exception cref="Refusal">Invalid: nothing is sold to the buyer's country.</exception>
    public static InvoiceContent Of(
        ManualInvoice invoice,
        AccountId account,
        BillingProfile buyer,
        DateOnly day,
        House house
    )
    {
        var from = invoice.From ?? day;
        var tax = Taxation.Decide(buyer, from, house.Terms);
        var home = Taxation.HomeRate(from, house.Terms);
        var prices = invoice
            .Lines.Select(l => Prices.Charged(l.UnitPrice, tax, home))
            .ToImmutableArray();
        var sums = TaxShare.Spread(
            [.. prices.Zip(invoice.Lines, (p, l) => p * l.Quantity)],
            tax.Rate
        );
        return NewInvoice.Of(
            buyer,
            account,
            null,
            day,
            day.AddDays(invoice.DueInDays),
            [
                .. invoice.Lines.Select(
                    (line, i) =>
                        new ContentLine(
                            i + 1,
                            line.Name,
                            line.Description ?? "",
                            line.Quantity,
                            prices[i],
                            sums[i],
                            from,
                            invoice.Until ?? from
                        )
                ),
            ],
            Amounts.Sum(sums),
            tax,
            null,
            house
        );
    }
}
