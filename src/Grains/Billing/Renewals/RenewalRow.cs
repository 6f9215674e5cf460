using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>Which period of which service an invoice charges; unique per (service, period, issue). Append-only.</summary>
/// <param name="UntilDay">First day behind the period.</param>
[Table("renewal_invoice")]
internal sealed record RenewalRow(
    InvoiceId Invoice,
    AccountId Account,
    ServiceId Service,
    int Period,
    int Issue,
    ProductId Product,
    string Name,
    DateOnly FromDay,
    DateOnly UntilDay,
    DateTimeOffset DueAt
) : Row
{
    public const string PrimaryKey = "renewal_invoice_pkey";

    public static RenewalRow Of(RenewalBill bill, AccountId account) =>
        new(
            bill.Invoice,
            account,
            bill.Service,
            bill.Period,
            bill.Issue,
            bill.Product,
            bill.Name,
            bill.From,
            bill.From.AddDays(bill.Cycle),
            bill.DueAt
        );
}
