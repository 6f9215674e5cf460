using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Payments;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Billing;

/// <summary>
/// Rules of money that goes back to its payer. It is set aside before the provider is asked, so that nobody spends it
/// meanwhile; the payment says how much of it there was.
/// </summary>
internal static class Refunds
{
    /// <param name="id">Derives from the operation.</param>
    /// <param name="invoice">What the payment had paid; null: it had gone to the balance.</param>
    /// <param name="billed">What that invoice charges: owed again, and dunned unless a correction follows. Null when nothing goes on.</param>
    /// <exception cref="Refusal">PaymentRequired, Conflict.</exception>
    public static Change<AccountState> Take(
        AccountState state,
        AccountId account,
        RefundId id,
        RefundOrder order,
        InvoiceId? invoice,
        BilledInvoice? billed,
        Caller by,
        House house,
        DateTimeOffset now
    )
    {
        if (order.Amount > order.Left)
            throw PaymentRefusals.MoreThanPaid(order.Left);
        if (invoice is null && order.To == RefundTo.Balance)
            throw PaymentRefusals.AlreadyOnBalance();
        if (invoice is null && state.Balance < order.Amount)
            throw BillingRefusals.BalanceTooLow(order.Amount, state.Balance);
        var user = UserId.Of(account.Value);
        var taken =
            order.To == RefundTo.Balance
                ? Movements.RefundToBalance(id.Value, invoice!.Value, order.Amount)
                : Movements.RefundTaken(id.Value, invoice, order.Amount);
        return Moved(new Change<AccountState>(state), account, taken, -order.Amount, now)
            // The house gave it back on purpose: it is not taken again by itself.
            .Reopen(account, billed, order.Amount, taken.Effect, false, house, now)
            .Record(
                AuditRow.Of(
                    by,
                    "payment.refunded",
                    order.Payment,
                    user,
                    new()
                    {
                        ["amount"] = order.Amount.ToString(),
                        ["to"] = order.To.ToString(),
                        ["refund"] = id.Value,
                    }
                )
            )
            .Send(
                Address.Of(order.Payment),
                new StartRefund(id, order.ProviderPayment, order.Amount, order.To)
            )
            .Send(SendMail.Box(user), Mails.Refunded(user, order.Amount, order.To));
    }

    /// <summary>The provider has given it back.</summary>
    public static Change<AccountState> Made(
        AccountState state,
        AccountId account,
        PaymentRefunded refunded,
        DateTimeOffset now
    )
    {
        var change = new Change<AccountState>(state);
        if (refunded.Ours)
            return change.Book(
                account,
                Movements.RefundMade(refunded.Refund, refunded.Amount),
                now
            );
        var user = UserId.Of(account.Value);
        return change
            .Book(
                account,
                Movements.RefundFound(refunded.Refund, refunded.Amount, state.Balance),
                now
            )
            .Record(
                AuditRow.Of(
                    Caller.System(now) with
                    {
                        Reason = "made at the provider's own pages",
                    },
                    "payment.refundFound",
                    refunded.Payment,
                    user,
                    new() { ["amount"] = refunded.Amount.ToString(), ["refund"] = refunded.Refund }
                )
            )
            .Send(SendMail.Box(user), Mails.Refunded(user, refunded.Amount, RefundTo.Method));
    }

    /// <summary>It will not happen: the money is where it was.</summary>
    /// <param name="invoice">What the money had been taken from; null: the balance.</param>
    /// <param name="owed">What is open of that invoice: more than that goes to the balance, for it was paid otherwise.</param>
    public static Change<AccountState> Failed(
        AccountState state,
        AccountId account,
        RefundFailed failed,
        InvoiceId? invoice,
        Money owed,
        DateTimeOffset now
    ) =>
        Returned(new Change<AccountState>(state), account, failed, invoice, owed, now)
            .Record(
                AuditRow.Of(
                    Caller.System(now) with
                    {
                        Reason = failed.Reason,
                    },
                    "payment.refundFailed",
                    failed.Payment,
                    UserId.Of(account.Value),
                    new() { ["amount"] = failed.Amount.ToString(), ["refund"] = failed.Refund }
                )
            );

    /// <summary>The money of a refund goes back to where it was taken from.</summary>
    private static Change<AccountState> Returned(
        Change<AccountState> change,
        AccountId account,
        RefundFailed failed,
        InvoiceId? invoice,
        Money owed,
        DateTimeOffset now
    ) =>
        failed.To == RefundTo.Balance
            ? Moved(
                    change,
                    account,
                    Movements.RefundTakenBack(
                        failed.Refund,
                        invoice!.Value,
                        failed.Amount,
                        change.Next.Balance
                    ),
                    failed.Amount,
                    now
                )
                .Reduce(account, invoice.Value, failed.Amount, now)
            : change.GiveBack(
                account,
                failed.Amount,
                owed,
                Movements.RefundReturned(failed.Refund, invoice, failed.Amount),
                Movements.RefundReturnedToBalance(failed.Refund, failed.Amount),
                "refund",
                now
            );

    /// <summary>Books a movement, with what it does to an invoice.</summary>
    private static Change<AccountState> Moved(
        Change<AccountState> change,
        AccountId account,
        Movement movement,
        Money allocated,
        DateTimeOffset now
    )
    {
        change = change.Book(account, movement, now);
        return movement.Invoice is { } invoice
            ? change.Record(
                new AllocationRow(movement.Effect, account, invoice, allocated, "refund", now)
            )
            : change;
    }
}
