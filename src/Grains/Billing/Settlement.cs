using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Receipts;
using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Payments;

namespace Elizon.Grains.Billing;

/// <summary>Rules of money that comes in, or does not.</summary>
internal static class Settlement
{
    /// <summary>
    /// Books a payment. It pays the draft it was meant for when that still waits and the amount is exact; any other
    /// money goes to the balance, and customer and staff are told. Nothing that was paid gets lost.
    /// </summary>
    /// <param name="payer">See <see cref="TopUpReceipts.Receipt"/>.</param>
    public static Change<AccountState> Received(
        AccountState state,
        AccountId account,
        PaymentReceived payment,
        BillingProfile? payer,
        House house,
        DateTimeOffset now
    )
    {
        if (payment.Purpose == PaymentPurpose.TopUp)
            return TopUp(state, account, payment, payer, house, now);
        var draft = payment.Invoice is { } id ? state.Drafts.GetValueOrDefault(id) : null;
        return draft?.Order.ToPay == payment.Amount
            ? PayDraft(state, draft, payment, house, now)
            : Credit(state, account, payment, payer, draft, house, now);
    }

    /// <summary>A payment that can no longer be paid. Only the one in flight counts; the draft stays payable.</summary>
    public static Change<AccountState>? Ended(
        AccountState state,
        AccountId account,
        PaymentEnded ended,
        House house,
        DateTimeOffset now
    )
    {
        var user = UserId.Of(account.Value);
        if (ended.Purpose == PaymentPurpose.TopUp)
            return null;
        var draft = ended.Invoice is { } id ? state.Drafts.GetValueOrDefault(id) : null;
        if (draft is null || draft.Payment != ended.Payment)
            return null;
        var waiting = draft.WithoutPayment(now);
        return new Change<AccountState>(
            state with
            {
                Drafts = state.Drafts.SetItem(draft.Order.Invoice, waiting),
            }
        )
            .Record(DraftRow.Of(waiting, house))
            .Send(
                SendMail.Box(user),
                Mails.PaymentFailed(user, draft.Order.ToPay, ended.Outcome, draft.Order.Invoice)
            );
    }

    /// <summary>Pays a draft from the balance.</summary>
    /// <exception cref="Refusal">PaymentRequired.</exception>
    public static IssuedOrder FromBalance(
        AccountState state,
        Draft draft,
        House house,
        DateTimeOffset now
    )
    {
        if (state.Balance < draft.Order.ToPay)
            throw BillingRefusals.BalanceTooLow(draft.Order.ToPay, state.Balance);
        return Issuing.Issue(
            Without(state, draft),
            draft.Order,
            Settling.FromBalance(draft.Order),
            house,
            now
        );
    }

    /// <summary>Notes that a payment of the draft is in flight; null when one is already.</summary>
    public static Change<AccountState>? Prepare(AccountState state, Draft draft) =>
        draft.Payment is not null
            ? null
            : new Change<AccountState>(
                state with
                {
                    Drafts = state.Drafts.SetItem(draft.Order.Invoice, draft.WithPayment()),
                }
            );

    private static Change<AccountState> PayDraft(
        AccountState state,
        Draft draft,
        PaymentReceived payment,
        House house,
        DateTimeOffset now
    )
    {
        var settling = new Settling(
            Movements.PaymentToInvoice(
                payment.ProviderPayment,
                draft.Order.Invoice,
                payment.Amount
            ),
            $"payment/{payment.Payment}",
            PaymentMethod.Mollie
        );
        return Issuing.Issue(Without(state, draft), draft.Order, settling, house, now).Change;
    }

    private static Change<AccountState> TopUp(
        AccountState state,
        AccountId account,
        PaymentReceived payment,
        BillingProfile? payer,
        House house,
        DateTimeOffset now
    )
    {
        var user = UserId.Of(account.Value);
        var movement = Movements.PaymentToBalance(
            payment.ProviderPayment,
            payment.Amount,
            "top-up"
        );
        var change = new Change<AccountState>(state)
            .Book(account, movement, now)
            .Receipt(account, movement, payment.Method, payer, house, now);
        return change.Send(
            SendMail.Box(user),
            Mails.TopUpReceived(
                user,
                payment.Amount,
                change.Next.Balance,
                now,
                change.ReceiptNumber()
            )
        );
    }

    private static Change<AccountState> Credit(
        AccountState state,
        AccountId account,
        PaymentReceived payment,
        BillingProfile? payer,
        Draft? draft,
        House house,
        DateTimeOffset now
    )
    {
        var user = UserId.Of(account.Value);
        var reason = draft is null ? "nothing waits for this payment" : "wrong amount";
        if (draft?.Payment == payment.Payment)
            state = state with
            {
                Drafts = state.Drafts.SetItem(draft!.Order.Invoice, draft.WithoutPayment(now)),
            };
        var movement = Movements.PaymentToBalance(payment.ProviderPayment, payment.Amount, reason);
        var change = new Change<AccountState>(state)
            .Book(account, movement, now)
            .Receipt(account, movement, payment.Method, payer, house, now)
            .Record(
                AuditRow.Of(
                    Caller.System(now) with
                    {
                        Reason = reason,
                    },
                    "payment.credited",
                    payment.Payment,
                    user,
                    new()
                    {
                        ["amount"] = payment.Amount.ToString(),
                        ["invoice"] = payment.Invoice?.Value ?? "",
                        ["providerPayment"] = payment.ProviderPayment,
                    }
                )
            );
        return change.Send(
            SendMail.Box(user),
            Mails.PaymentCredited(user, payment.Amount, change.Next.Balance, change.ReceiptNumber())
        );
    }

    private static Change<AccountState> Without(AccountState state, Draft draft) =>
        new(state with { Drafts = state.Drafts.Remove(draft.Order.Invoice) });
}
