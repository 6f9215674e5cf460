using Elizon.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>Issues the invoice of a period, in one change with its payment where the balance covers it.</summary>
internal static class RenewalIssuing
{
    /// <summary>The tax is that of the first day of the period: the day of supply, whatever held when the contract began.</summary>
    /// <exception cref="Refusal">PaymentRequired for a bill at once that the balance does not cover.</exception>
    public static (Change<AccountState> Change, Money Total) Issue(
        AccountState state,
        AccountId account,
        RenewalBill bill,
        BillingProfile buyer,
        House house,
        DateTimeOffset now
    )
    {
        var tax = Taxation.Decide(buyer, bill.From, house.Terms);
        var price = Price(bill, tax, house);
        var total = price.Sum.Gross;
        var before = new Change<AccountState>(state);
        if (bill.PointsFirst)
            before = before.SpendIfCovered(
                account,
                $"renewal/{bill.Invoice}",
                total,
                bill.Invoice,
                house.Terms.Points,
                now
            );
        var covered = total == Money.Zero || before.Next.Balance >= total;
        if (bill.AtOnce && !covered)
            throw BillingRefusals.BalanceTooLow(total, state.Balance);
        var paid = covered && (bill.Autopay || bill.AtOnce);
        var open = Open(bill, total, buyer.Locale, house);
        var payment = paid
            ? PaymentInstruction.Balance
            : open.Instruction(state.SavedMethod, account, house, now);
        var content = RenewalContent
            .Of(bill, account, buyer, price, tax, payment, house.DayOf(now), house)
            .For(state.Invoicing);
        var change = (paid ? before : new Change<AccountState>(state))
            .Record(
                InvoiceRow.Of(open.Id, account, bill.Order, InvoiceKind.Invoice, price.Sum, now)
            )
            .Record(RenewalRow.Of(bill, account))
            .Book(account, Movements.Issued(open.Id, price.Sum, tax), now)
            .Number(Numbers.For(open.Id, account, content, house, now, null))
            .Send(
                DocumentMail.Box(buyer.User),
                new DocumentMail(open.Id, DocumentMailKind.Invoice) { To = state.Invoicing.Email }
            );
        // That it is paid is the answer to the contract, which no message need tell besides.
        return (
            paid
                ? change.PayAtOnce(account, open.Id, total, house, now)
                : Paying.Put(change, open).Collect(account, open, house, now),
            total
        );
    }

    public static RenewalPrice Price(RenewalBill bill, TaxDecision tax, House house) =>
        RenewalPrice.Of(bill, tax, Taxation.HomeRate(bill.From, house.Terms));

    private static OpenInvoice Open(RenewalBill bill, Money total, string locale, House house) =>
        new(
            bill.Invoice,
            bill.Service,
            bill.Period,
            bill.Product,
            bill.Name,
            total,
            bill.DueAt,
            bill.Autopay
        )
        {
            Locale = locale,
            Cycle = bill.Cycle,
            NextAt = house.Dunning(bill.Product).At(0, bill.DueAt),
        };
}
