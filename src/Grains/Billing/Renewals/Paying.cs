using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Receipts;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Payments;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Identity;
using Elizon.Payments;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>Rules of how open invoices are paid: from the balance, by collection, by whatever comes in.</summary>
internal static class Paying
{
    /// <summary>More failed collections in a row only annoy the bank.</summary>
    public const int MostCollections = 3;

    /// <summary>
    /// Pays what the balance covers, oldest first. Part of every change that may bring money, so that nobody is dunned
    /// who has it. An invoice whose payment is under way waits for that payment: it would be paid twice. A page for
    /// paying that somebody opened and left holds nothing up; should it be paid after all, that goes to the balance.
    /// </summary>
    /// <param name="named">The invoice that a transfer names: paid even without autopay.</param>
    public static Change<AccountState>? Settle(
        Change<AccountState>? change,
        AccountId account,
        House house,
        DateTimeOffset now,
        InvoiceId? named = null
    ) =>
        change
            ?.Next.OpenInvoices.Values.Where(o => !o.InFlight && (o.Autopay || o.Id == named))
            .OrderBy(o => o.DueAt)
            .ThenBy(o => o.Id.Value, StringComparer.Ordinal)
            .Aggregate(
                change,
                (c, open) =>
                    c.Next.Balance >= open.ToPay ? FromBalance(c, account, open, house, now) : c
            );

    /// <summary>Pays the rest from the balance, which covers it.</summary>
    public static Change<AccountState> FromBalance(
        Change<AccountState> change,
        AccountId account,
        OpenInvoice open,
        House house,
        DateTimeOffset now
    ) =>
        Allocate(
            change,
            account,
            open,
            Movements
                .BalanceToInvoice(open.Id, open.Total, open.Key)
                .AndFees(LedgerName.Balance, open.Fees),
            "balance",
            house,
            now
        );

    /// <summary>The balance, which covers it, pays an invoice in the change that issues it: it is never open.</summary>
    public static Change<AccountState> PayAtOnce(
        this Change<AccountState> change,
        AccountId account,
        InvoiceId invoice,
        Money total,
        House house,
        DateTimeOffset now
    ) =>
        change.Settle(
            account,
            invoice,
            Movements.BalanceToInvoice(invoice, total),
            total,
            "balance",
            house,
            now
        );

    /// <summary>The customer pays at the balance.</summary>
    /// <exception cref="Refusal">PaymentRequired, or Conflict while another payment is under way.</exception>
    public static Change<AccountState> ByCustomer(
        AccountState state,
        AccountId account,
        OpenInvoice open,
        House house,
        DateTimeOffset now
    )
    {
        if (open.InFlight)
            throw BillingRefusals.PaymentUnderWay();
        if (state.Balance < open.ToPay)
            throw BillingRefusals.BalanceTooLow(open.ToPay, state.Balance);
        return FromBalance(new Change<AccountState>(state), account, open, house, now);
    }

    /// <summary>Money came in outside of the platform, as staff says.</summary>
    /// <exception cref="Refusal">Conflict while another payment is under way.</exception>
    public static Change<AccountState> ByHand(
        AccountState state,
        AccountId account,
        OpenInvoice open,
        Caller by,
        House house,
        DateTimeOffset now
    ) =>
        open.InFlight
            ? throw BillingRefusals.PaymentUnderWay()
            : Allocate(
                    new Change<AccountState>(state),
                    account,
                    open,
                    Movements
                        .HandToInvoice(open.Id, open.Total, by.Reason!, open.Key)
                        .AndFees(LedgerName.ByHand, open.Fees),
                    "by-hand",
                    house,
                    now
                )
                .Record(
                    AuditRow.Of(
                        by,
                        "invoice.markedPaid",
                        open.Id,
                        UserId.Of(account.Value),
                        new() { ["amount"] = open.ToPay.ToString() }
                    )
                );

    /// <summary>Money for an open invoice arrived. Another amount goes to the balance and pays from there what it covers.</summary>
    /// <param name="payer">See <see cref="TopUpReceipts.Receipt"/>.</param>
    public static Change<AccountState> Received(
        AccountState state,
        AccountId account,
        OpenInvoice open,
        PaymentReceived payment,
        BillingProfile? payer,
        House house,
        DateTimeOffset now
    )
    {
        var change = new Change<AccountState>(state);
        if (open.Payment == payment.Payment)
            change = Put(change, open = Ended(open));
        // Begun before a fee came: whoever paid what was asked for then owes nothing.
        if (payment.Amount == open.Total && open.Fees > Money.Zero)
        {
            change = change.Waive(account, open, now);
            open = change.Next.OpenInvoices[open.Id];
        }
        if (payment.Amount == open.ToPay)
            return Allocate(
                change,
                account,
                open,
                Movements
                    .PaymentToInvoice(payment.ProviderPayment, open.Id, open.Total)
                    .AndFees(LedgerName.Mollie, open.Fees),
                $"payment/{payment.Payment}",
                house,
                now
            );
        var movement = Movements.PaymentToBalance(
            payment.ProviderPayment,
            payment.Amount,
            "wrong amount"
        );
        change = change
            .Book(account, movement, now)
            .Receipt(account, movement, payment.Method, payer, house, now);
        return change.Next.Balance >= open.ToPay && !open.InFlight
            ? FromBalance(change, account, open, house, now)
            : change;
    }

    /// <summary>The money is on its way.</summary>
    public static Change<AccountState> InFlight(
        AccountState state,
        OpenInvoice open,
        PaymentInFlight told
    ) =>
        Put(new Change<AccountState>(state), open with { Payment = told.Payment, InFlight = true });

    /// <summary>The payment under way will not come: a stage that waited for it is due now.</summary>
    public static Change<AccountState>? Ended(
        AccountState state,
        AccountId account,
        OpenInvoice open,
        PaymentEnded ended,
        House house
    )
    {
        if (open.Payment != ended.Payment)
            return null;
        var user = UserId.Of(account.Value);
        var again = Ended(open);
        return Put(
                new Change<AccountState>(state),
                again with
                {
                    NextAt = house.Dunning(open.Product).At(open.Stage, open.DueAt),
                }
            )
            .Send(
                SendMail.Box(user),
                Mails.PaymentFailed(user, open.ToPay, ended.Outcome, open.Id)
            );
    }

    public static Change<AccountState> Put(Change<AccountState> change, OpenInvoice open) =>
        change with
        {
            Next = change.Next with
            {
                OpenInvoices = change.Next.OpenInvoices.SetItem(open.Id, open),
            },
        };

    public static OpenInvoice Ended(OpenInvoice open) =>
        open with
        {
            Payment = null,
            InFlight = false,
            Attempt = open.Attempt + 1,
        };

    /// <summary>Nothing is owed of it any more.</summary>
    public static Change<AccountState> Close(this Change<AccountState> change, OpenInvoice open) =>
        change with
        {
            Next = change.Next with { OpenInvoices = change.Next.OpenInvoices.Remove(open.Id) },
        };

    /// <summary>Tells the contracts that the invoice is about.</summary>
    public static Change<AccountState> Tell(
        this Change<AccountState> change,
        OpenInvoice open,
        Message message
    ) => open.Services.Aggregate(change, (c, s) => c.Send(SubscriptionAddress.Of(s), message));

    /// <summary>Money pays an invoice, and earns points.</summary>
    /// <param name="round">See <see cref="OpenInvoice.Round"/>.</param>
    private static Change<AccountState> Settle(
        this Change<AccountState> change,
        AccountId account,
        InvoiceId invoice,
        Movement movement,
        Money total,
        string source,
        House house,
        DateTimeOffset now,
        int round = 0
    ) =>
        change
            .Book(account, movement, now)
            .Record(new AllocationRow(movement.Effect, account, invoice, total, source, now))
            .Earn(account, invoice, total, house.Terms.Points, now, round);

    private static Change<AccountState> Allocate(
        Change<AccountState> change,
        AccountId account,
        OpenInvoice open,
        Movement movement,
        string source,
        House house,
        DateTimeOffset now
    ) =>
        Put(change, open)
            .Settle(account, open.Id, movement, open.Total, source, house, now, open.Round)
            .Close(open)
            .Tell(open, new RenewalPaid(open.Id, open.Period));
}
