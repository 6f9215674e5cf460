using Elizon.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Pricing;
using Elizon.Identity;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>Makes the content of a period's invoice.</summary>
internal static class RenewalContent
{
    public static InvoiceContent Of(
        RenewalBill bill,
        AccountId account,
        BillingProfile buyer,
        RenewalPrice price,
        TaxDecision tax,
        PaymentInstruction payment,
        DateOnly issuedOn,
        House house
    )
    {
        var language = InvoiceWords.LanguageOf(buyer.Locale);
        var due = house.DayOf(bill.DueAt);
        return NewInvoice.Of(
            buyer,
            account,
            bill.Order,
            issuedOn,
            payment.Means == PaymentMeans.Balance || due < issuedOn ? issuedOn : due,
            [LineOf(bill, price, language)],
            price.Sum,
            tax,
            payment.Means == PaymentMeans.Balance ? PaymentMethod.Guthaben : null,
            house
        ) with
        {
            Payment = payment,
        };
    }

    private static ContentLine LineOf(RenewalBill bill, RenewalPrice price, string language)
    {
        string?[] facts =
        [
            bill.Name == bill.ProductName ? null : bill.Name,
            bill.Location,
            InvoiceWords.Cycle(bill.Cycle, language),
            price.Discount > Money.Zero ? bill.DiscountNote : null,
        ];
        return new ContentLine(
            1,
            bill.ProductName,
            NewInvoice.Describe(facts),
            1,
            price.List,
            price.Sum,
            bill.From,
            bill.From.AddDays(bill.Cycle - 1)
        )
        {
            Discount = price.Discount,
        };
    }
}
