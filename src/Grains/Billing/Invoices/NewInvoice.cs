using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Grains.Billing.Pricing;
using Elizon.Identity;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>What the contents of all invoices share, whatever they charge.</summary>
internal static class NewInvoice
{
    public static InvoiceContent Of(
        BillingProfile buyer,
        AccountId account,
        OrderId? order,
        DateOnly issuedOn,
        DateOnly dueOn,
        ImmutableArray<ContentLine> lines,
        Amounts sum,
        TaxDecision tax,
        PaymentMethod? paidBy,
        House house
    )
    {
        var language = InvoiceWords.LanguageOf(buyer.Locale);
        return new InvoiceContent(
            InvoiceKind.Invoice,
            language,
            "EUR",
            house.Terms.Seller,
            OrderContent.PartyOf(buyer),
            account.Value,
            order,
            issuedOn,
            dueOn,
            lines,
            [TaxGroup.Of(tax, sum, language)],
            sum,
            tax,
            paidBy,
            null,
            null
        );
    }

    /// <summary>The text of a line; what is not known is left out.</summary>
    public static string Describe(params string?[] facts) =>
        string.Join(" · ", facts.Where(f => !string.IsNullOrEmpty(f)));
}
