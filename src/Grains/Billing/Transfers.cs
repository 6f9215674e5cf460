using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Banking;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Receipts;
using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Billing;

/// <summary>Rules of money that comes and goes by bank transfer.</summary>
internal static class Transfers
{
    /// <summary>
    /// Books a transfer. It pays the waiting order that it names, or the only one of exactly its amount, and the rest goes
    /// to the balance; less than an order costs goes to the balance as a whole.
    /// </summary>
    /// <param name="payer">See <see cref="TopUpReceipts.Receipt"/>.</param>
    public static Change<AccountState> Received(
        AccountState state,
        AccountId account,
        TransferReceived transfer,
        BillingProfile? payer,
        House house,
        DateTimeOffset now
    ) =>
        Waiting(state, transfer) is { } draft
            ? PayDraft(state, draft, transfer, payer, house, now)
            : ToBalance(state, account, transfer, payer, house, now);

    /// <summary>Takes a transfer back from the balance, below zero if need be: the bank has taken it already.</summary>
    public static Change<AccountState> Returned(
        AccountState state,
        AccountId account,
        TransferReturned returned,
        DateTimeOffset now
    )
    {
        var user = UserId.Of(account.Value);
        var change = new Change<AccountState>(state).Book(
            account,
            Movements.TransferReturned(returned.Transfer, returned.Amount, returned.Reason),
            now
        );
        return change
            .Record(
                AuditRow.Of(
                    Caller.System(now) with
                    {
                        Reason = returned.Reason,
                    },
                    "transfer.returned",
                    returned.Transfer,
                    user,
                    new() { ["amount"] = returned.Amount.ToString() }
                )
            )
            .Send(
                SendMail.Box(user),
                Mails.TransferReturned(user, returned.Amount, change.Next.Balance)
            );
    }

    private static Draft? Waiting(AccountState state, TransferReceived transfer)
    {
        if (transfer.Invoice is { } named)
            return
                state.Drafts.GetValueOrDefault(named) is { } draft
                && draft.Order.Total <= transfer.Amount
                ? draft
                : null;
        Draft[] exact = [.. state.Drafts.Values.Where(d => d.Order.Total == transfer.Amount)];
        return exact is [var one] ? one : null;
    }

    private static Change<AccountState> PayDraft(
        AccountState state,
        Draft draft,
        TransferReceived transfer,
        BillingProfile? payer,
        House house,
        DateTimeOffset now
    )
    {
        var settling = new Settling(
            Movements.TransferToInvoice(
                transfer.Transfer,
                draft.Order.Invoice,
                draft.Order.Total,
                transfer.Amount
            ),
            $"transfer/{transfer.Transfer}",
            PaymentMethod.Sepa
        );
        var without = new Change<AccountState>(
            state with
            {
                Drafts = state.Drafts.Remove(draft.Order.Invoice),
            }
        );
        var change = Issuing
            .Issue(without, draft.Order, settling, house, now)
            .Change.Receipt(
                draft.Order.Account,
                settling.Movement,
                TopUpReceipts.BankTransfer,
                payer,
                house,
                now
            );
        var rest = transfer.Amount - draft.Order.Total;
        return rest == Money.Zero
            ? change
            : change.Send(
                SendMail.Box(draft.Order.Owner),
                Mails.PaymentCredited(
                    draft.Order.Owner,
                    rest,
                    change.Next.Balance,
                    change.ReceiptNumber()
                )
            );
    }

    private static Change<AccountState> ToBalance(
        AccountState state,
        AccountId account,
        TransferReceived transfer,
        BillingProfile? payer,
        House house,
        DateTimeOffset now
    )
    {
        var user = UserId.Of(account.Value);
        var movement = Movements.TransferToBalance(transfer.Transfer, transfer.Amount);
        var change = new Change<AccountState>(state)
            .Book(account, movement, now)
            .Receipt(account, movement, TopUpReceipts.BankTransfer, payer, house, now);
        return change.Send(
            SendMail.Box(user),
            Mails.TopUpReceived(
                user,
                transfer.Amount,
                change.Next.Balance,
                now,
                change.ReceiptNumber()
            )
        );
    }
}
