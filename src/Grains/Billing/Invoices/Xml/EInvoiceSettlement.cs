using System.Xml.Linq;
using Elizon.Billing;

namespace Elizon.Grains.Billing.Invoices.Xml;

/// <summary>Payment, tax per rate, totals and what is corrected.</summary>
internal static class EInvoiceSettlement
{
    public static XElement Of(InvoiceDocument document, int sign)
    {
        var content = document.Content;
        var payment = PaymentInstruction.Of(content);
        var debit = payment.Means == PaymentMeans.DirectDebit;
        return Cii.Group(
            "ApplicableHeaderTradeSettlement",
            debit ? Cii.Text("CreditorReferenceID", content.Seller.CreditorId) : null,
            Cii.Text("PaymentReference", payment.Reference ?? document.Number),
            Cii.Text("InvoiceCurrencyCode", content.Currency),
            EInvoicePayment.Of(payment, content.Seller),
            content.Taxes.Select(t => Tax(t, sign)),
            Period(content.Lines.Min(l => l.PeriodFrom), content.Lines.Max(l => l.PeriodTo)),
            Terms(document, payment),
            Totals(content, sign),
            content.Corrects is { } original
                ? Cii.Group(
                    "InvoiceReferencedDocument",
                    Cii.Text("IssuerAssignedID", original.Number),
                    Cii.FormattedDay("FormattedIssueDateTime", original.IssuedOn)
                )
                : null
        );
    }

    /// <summary>Null where the service has no period.</summary>
    public static XElement? Period(DateOnly? from, DateOnly? to) =>
        from is { } first && to is { } last
            ? Cii.Group(
                "BillingSpecifiedPeriod",
                Cii.Day("StartDateTime", first),
                Cii.Day("EndDateTime", last)
            )
            : null;

    private static XElement Tax(TaxGroup tax, int sign) =>
        Cii.Group(
            "ApplicableTradeTax",
            Cii.Amount("CalculatedAmount", tax.Sum.Tax * sign),
            Cii.Text("TypeCode", "VAT"),
            Cii.Text("ExemptionReason", tax.ExemptionReason),
            Cii.Amount("BasisAmount", tax.Sum.Net * sign),
            Cii.Text("CategoryCode", tax.Category),
            Cii.Text("ExemptionReasonCode", tax.ExemptionCode),
            // XRechnung wants a rate also where there is none (BR-DE-14): zero.
            Cii.Number("RateApplicablePercent", tax.Rate)
        );

    private static XElement Terms(InvoiceDocument document, PaymentInstruction payment) =>
        Cii.Group(
            "SpecifiedTradePaymentTerms",
            Cii.Text("Description", PaymentSentence.Of(document)),
            Cii.Day("DueDateDateTime", document.Content.DueOn),
            Cii.Text("DirectDebitMandateID", payment.Mandate)
        );

    private static XElement Totals(InvoiceContent content, int sign)
    {
        var sum = content.Sum;
        var due = content.PaidBy is null ? sum.Gross : Money.Zero;
        return Cii.Group(
            "SpecifiedTradeSettlementHeaderMonetarySummation",
            Cii.Amount("LineTotalAmount", sum.Net * sign),
            Cii.Amount("TaxBasisTotalAmount", sum.Net * sign),
            Cii.With(Cii.Amount("TaxTotalAmount", sum.Tax * sign), "currencyID", content.Currency),
            Cii.Amount("GrandTotalAmount", sum.Gross * sign),
            Cii.Amount("TotalPrepaidAmount", (sum.Gross - due) * sign),
            Cii.Amount("DuePayableAmount", due * sign)
        );
    }
}
