using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Banking;
using Elizon.Grains.Banking.Payouts;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing;

/// <summary>Rules of paying a balance out: it leaves the balance when it is asked for, not when the bank is done.</summary>
internal static class BalancePayouts
{
    private const int LongestName = 70;

    /// <summary>Pays the whole balance out.</summary>
    /// <exception cref="Refusal">Invalid: account number or name; Conflict: nothing to pay out, or orders wait for payment.</exception>
    public static (Change<AccountState> Change, PayoutOrdered Order) Request(
        Change<AccountState> change,
        AccountId account,
        PayoutId id,
        string iban,
        string holder,
        Caller by,
        House house,
        DateTimeOffset now
    )
    {
        var state = change.Next;
        if (!Iban.TryParse(iban, out var payee))
            throw CommonRefusals.Invalid("'iban' is no account number.");
        if (SepaText.Of(holder, LongestName).Length == 0 || holder.Length > LongestName)
            throw CommonRefusals.Invalid($"'holder' has 1 to {LongestName} characters.");
        if (state.Balance <= Money.Zero)
            throw BillingRefusals.NothingToPayOut();
        if (!state.Drafts.IsEmpty)
            throw BillingRefusals.OrdersWait();
        var order = new PayoutOrdered(
            id,
            account,
            holder,
            payee.Value,
            state.Balance,
            $"Guthaben {house.Terms.Seller.Name} {id}",
            now,
            by.By
        );
        change = change
            .Book(account, Movements.PayoutRequested(id, state.Balance), now)
            .Record(
                AuditRow.Of(
                    by,
                    "payout.requested",
                    id,
                    UserId.Of(account.Value),
                    new() { ["amount"] = state.Balance.ToString(), ["to"] = payee.Masked }
                )
            )
            .Send(Address.Of(house.BankAccount), order);
        return (change, order);
    }

    public static Change<AccountState> Done(
        AccountState state,
        AccountId account,
        PayoutDone done,
        DateTimeOffset now
    ) =>
        new Change<AccountState>(state).Book(
            account,
            Movements.PayoutDone(done.Payout, done.Amount),
            now
        );

    public static Change<AccountState> Failed(
        AccountState state,
        AccountId account,
        PayoutFailed failed,
        DateTimeOffset now
    )
    {
        var change = new Change<AccountState>(state)
            .Book(account, Movements.PayoutFailed(failed.Payout, failed.Amount, failed.AtBank), now)
            .Record(
                AuditRow.Of(
                    Caller.System(now) with
                    {
                        Reason = failed.Reason,
                    },
                    "payout.failed",
                    failed.Payout,
                    UserId.Of(account.Value),
                    new() { ["amount"] = failed.Amount.ToString() }
                )
            );
        // Nobody looks at a closed account: its owner must say where the money goes.
        var user = UserId.Of(account.Value);
        return state.Closed is null
            ? change
            : change.Send(SendMail.Box(user), Mails.PayoutReturned(user, failed.Amount));
    }
}
