using System.Globalization;
using System.Xml.Linq;

namespace Elizon.Grains.Billing.Invoices.Xml;

/// <summary>A line (BG-25). Prices in the document contain VAT, those of an e-invoice do not: they are made from the line's net.</summary>
internal static class EInvoiceLine
{
    /// <param name="sign">-1 turns amounts that are taken back into the positive ones of a credit note.</param>
    public static XElement Of(ContentLine line, InvoiceContent content, int sign)
    {
        var net = line.Sum.Net * sign;
        return Cii.Group(
            "IncludedSupplyChainTradeLineItem",
            Cii.Group(
                "AssociatedDocumentLineDocument",
                Cii.Text("LineID", line.Position.ToString(CultureInfo.InvariantCulture))
            ),
            Cii.Group(
                "SpecifiedTradeProduct",
                Cii.Text("Name", line.Name),
                Cii.Text("Description", line.Description)
            ),
            Cii.Group(
                "SpecifiedLineTradeAgreement",
                Cii.Group("NetPriceProductTradePrice", Cii.Number("ChargeAmount", PriceOf(line)))
            ),
            Cii.Group(
                "SpecifiedLineTradeDelivery",
                Cii.With(Cii.Number("BilledQuantity", QuantityOf(line, net)), "unitCode", "C62")
            ),
            Cii.Group(
                "SpecifiedLineTradeSettlement",
                Tax(content),
                EInvoiceSettlement.Period(line.PeriodFrom, line.PeriodTo),
                Cii.Group(
                    "SpecifiedTradeSettlementLineMonetarySummation",
                    Cii.Amount("LineTotalAmount", net)
                )
            )
        );
    }

    /// <summary>Never negative (BR-27): six places, so that quantity times price rounds to the line's net.</summary>
    private static decimal PriceOf(ContentLine line) =>
        decimal.Round(
            Math.Abs(line.Sum.Net.Euros / Math.Max(1, Math.Abs(line.Quantity))),
            6,
            MidpointRounding.AwayFromZero
        );

    /// <summary>The quantity bears the sign of the line: a discount and what is taken back are negative.</summary>
    private static int QuantityOf(ContentLine line, Money net)
    {
        var pieces = Math.Max(1, Math.Abs(line.Quantity));
        return net < Money.Zero ? -pieces : pieces;
    }

    /// <summary>A line that is not subject to VAT must not name a rate (BR-O-05).</summary>
    private static XElement Tax(InvoiceContent content) =>
        Cii.Group(
            "ApplicableTradeTax",
            Cii.Text("TypeCode", "VAT"),
            Cii.Text("CategoryCode", content.Tax.Category),
            content.Tax.Category == TaxCategory.NotSubject
                ? null
                : Cii.Number("RateApplicablePercent", content.Tax.Rate)
        );
}
