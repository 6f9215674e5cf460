using Elizon.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Subscriptions;

namespace Elizon.Grains.Billing.SizeChanges;

/// <summary>Issues the invoice of a change of size, in one change with its payment: without the money there is no change.</summary>
internal static class SizeChangeIssuing
{
    /// <exception cref="Refusal">PaymentRequired; Conflict when the total is not what the customer was shown.</exception>
    public static Change<AccountState> Issue(
        AccountState state,
        AccountId account,
        SizeChangeBill bill,
        BillingProfile buyer,
        House house,
        DateTimeOffset now
    )
    {
        var (tax, sum) = Price(bill, buyer, house, now);
        if (sum.Gross != bill.Expected)
            throw UpgradeRefusals.QuoteChanged();
        var paid = bill.PointsFirst
            ? new Change<AccountState>(state).SpendIfCovered(
                account,
                $"change/{bill.Invoice}",
                sum.Gross,
                bill.Invoice,
                house.Terms.Points,
                now
            )
            : new Change<AccountState>(state);
        if (paid.Next.Balance < sum.Gross)
            throw BillingRefusals.BalanceTooLow(sum.Gross, state.Balance);
        var content = SizeChangeContent.Of(bill, account, buyer, sum, tax, house.DayOf(now), house);
        var change = paid.Record(
                InvoiceRow.Of(bill.Invoice, account, bill.Order, InvoiceKind.Invoice, sum, now)
            )
            .Book(account, Movements.Issued(bill.Invoice, sum, tax), now)
            .Number(Numbers.For(bill.Invoice, account, content, house, now, null))
            .Send(
                DocumentMail.Box(buyer.User),
                new DocumentMail(bill.Invoice, DocumentMailKind.Invoice)
                {
                    To = state.Invoicing.Email,
                }
            );
        return change.PayAtOnce(account, bill.Invoice, sum.Gross, house, now);
    }

    /// <summary>The tax is that of the day of the change: from then on the supply is another.</summary>
    public static (TaxDecision Tax, Amounts Sum) Price(
        SizeChangeBill bill,
        BillingProfile buyer,
        House house,
        DateTimeOffset now
    )
    {
        var day = house.DayOf(now);
        var tax = Taxation.Decide(buyer, day, house.Terms);
        var charged = Prices.Charged(bill.Price, tax, Taxation.HomeRate(day, house.Terms));
        return (tax, TaxShare.Spread([charged], tax.Rate)[0]);
    }
}
