using System.Globalization;
using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Pricing;
using Elizon.Identity;

namespace Elizon.Grains.Billing.SizeChanges;

/// <summary>Makes the content of the invoice over a change of size.</summary>
internal static class SizeChangeContent
{
    public static InvoiceContent Of(
        SizeChangeBill bill,
        AccountId account,
        BillingProfile buyer,
        Amounts sum,
        TaxDecision tax,
        DateOnly day,
        House house
    )
    {
        var language = InvoiceWords.LanguageOf(buyer.Locale);
        return NewInvoice.Of(
            buyer,
            account,
            bill.Order,
            day,
            day,
            [
                new ContentLine(
                    1,
                    bill.ProductName,
                    Description(bill, language),
                    1,
                    sum.Gross,
                    sum,
                    bill.From,
                    bill.Until.AddDays(-1)
                ),
            ],
            sum,
            tax,
            PaymentMethod.Guthaben,
            house
        ) with
        {
            Payment = PaymentInstruction.Balance,
        };
    }

    private static string Description(SizeChangeBill bill, string language)
    {
        var days = bill.Until.DayNumber - bill.From.DayNumber;
        string?[] facts =
        [
            bill.Name == bill.ProductName ? null : bill.Name,
            bill.Location,
            .. Enum.GetValues<PlanResource>()
                .Where(r => bill.Before.Of(r) != bill.After.Of(r))
                .Select(r => Step(r, bill.Before.Of(r), bill.After.Of(r), language)),
            InvoiceWords.Cycle(days, language),
        ];
        return NewInvoice.Describe(facts);
    }

    private static string Step(PlanResource resource, int before, int after, string language)
    {
        var unit = resource switch
        {
            PlanResource.Memory or PlanResource.Disk => " MiB",
            PlanResource.Cpu => " %",
            _ => "",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{InvoiceWords.Resource(resource, language)} {before} → {after}{unit}"
        );
    }
}
