using System.Xml.Linq;

namespace Elizon.Grains.Billing.Invoices.Xml;

/// <summary>The means of payment (BG-16 to BG-19), with a code of UNTDID 4461.</summary>
internal static class EInvoicePayment
{
    public static XElement Of(PaymentInstruction payment, SellerOptions seller) =>
        payment.Means switch
        {
            PaymentMeans.Transfer => Means(
                "58",
                null,
                Cii.Group(
                    "PayeePartyCreditorFinancialAccount",
                    Cii.Text("IBANID", seller.Iban),
                    Cii.Text("AccountName", seller.Name)
                ),
                Bic(seller.Bic)
            ),
            PaymentMeans.DirectDebit => Means(
                "59",
                null,
                Cii.Group(
                    "PayerPartyDebtorFinancialAccount",
                    Cii.Text("IBANID", payment.DebtorIban)
                )
            ),
            PaymentMeans.Online => Means("68", "Online payment service"),
            // What partners owe each other is set off.
            PaymentMeans.Balance or PaymentMeans.SetOff => Means("97", "Customer balance"),
            _ => throw new ArgumentOutOfRangeException(nameof(payment), payment.Means, null),
        };

    private static XElement Means(string code, string? information, params object?[] parts) =>
        Cii.Group(
            "SpecifiedTradeSettlementPaymentMeans",
            Cii.Text("TypeCode", code),
            Cii.Text("Information", information),
            parts
        );

    private static XElement? Bic(string bic) =>
        string.IsNullOrWhiteSpace(bic)
            ? null
            : Cii.Group("PayeeSpecifiedCreditorFinancialInstitution", Cii.Text("BICID", bic));
}
