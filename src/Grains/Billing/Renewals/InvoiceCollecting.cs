using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Payments;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>How open invoices are collected by the saved method.</summary>
internal static class InvoiceCollecting
{
    /// <summary>
    /// Starts a collection, or announces it where the method needs a notice. Changes nothing without a method, or where a
    /// payment or a debit is under way.
    /// </summary>
    public static Change<AccountState> Collect(
        this Change<AccountState> change,
        AccountId account,
        OpenInvoice open,
        House house,
        DateTimeOffset now
    )
    {
        if (
            !open.Autopay
            || open.Payment is not null
            || open.Debit is not null
            || open.Attempt >= Paying.MostCollections
            || change.Next.SavedMethod is not { } method
        )
            return change;
        return method.IsDirectDebit
            ? change.Announce(account, open, method, house, now)
            : change.StartCollecting(account, open, house);
    }

    /// <summary>What its document says about how it is paid.</summary>
    public static PaymentInstruction Instruction(
        this OpenInvoice open,
        SavedMethod? method,
        AccountId account,
        House house,
        DateTimeOffset now
    )
    {
        if (!open.Autopay || method is null)
            return PaymentInstruction.Transfer(account);
        return method.IsDirectDebit
            ? new PaymentInstruction(PaymentMeans.DirectDebit)
            {
                Mandate = method.Reference,
                DebtorEnding = method.AccountEnding,
                DebitOn = house.DayOf(Debits.At(open, house, now)),
            }
            : new PaymentInstruction(PaymentMeans.Online);
    }

    /// <summary>The payment provider is asked for the money behind this commit.</summary>
    public static Change<AccountState> StartCollecting(
        this Change<AccountState> change,
        AccountId account,
        OpenInvoice open,
        House house
    )
    {
        var intent = Collecting.OfInvoice(
            account,
            open.Id,
            open.Attempt,
            open.ToPay,
            $"{open.Id} {house.Terms.Seller.Name}",
            open.Locale
        );
        return Paying
            .Put(change, open with { Payment = intent.Id, InFlight = true })
            .Collect(intent);
    }
}
