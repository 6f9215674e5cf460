using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing;

/// <summary>Rules of money that the house gives.</summary>
internal static class Credits
{
    private const int LongestReason = 500;

    /// <param name="id">Unique per command: derived from its operation, else random.</param>
    /// <exception cref="Refusal">Invalid: amount or reason.</exception>
    public static Change<AccountState> Credit(
        AccountState state,
        AccountId account,
        string id,
        Money amount,
        string reason,
        Caller by,
        House house,
        DateTimeOffset now
    )
    {
        if (amount <= Money.Zero || amount > house.CreditMax)
            throw BillingRefusals.CreditOutOfRange(house.CreditMax);
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            throw CommonRefusals.Invalid($"'reason' has 1 to {LongestReason} characters.");
        return new Change<AccountState>(state)
            .Book(account, Movements.Credit(id, amount, reason), now)
            .Record(
                AuditRow.Of(
                    by with
                    {
                        Reason = reason,
                    },
                    "balance.credited",
                    account,
                    UserId.Of(account.Value),
                    new() { ["amount"] = amount.ToString() }
                )
            );
    }

    /// <exception cref="Refusal">Invalid: amount or reason. PaymentRequired: more than there is.</exception>
    public static Change<AccountState> Debit(
        AccountState state,
        AccountId account,
        string id,
        Money amount,
        string reason,
        Caller by,
        House house,
        DateTimeOffset now
    )
    {
        if (amount <= Money.Zero || amount > house.CreditMax)
            throw BillingRefusals.CreditOutOfRange(house.CreditMax);
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            throw CommonRefusals.Invalid($"'reason' has 1 to {LongestReason} characters.");
        if (state.Balance < amount)
            throw BillingRefusals.BalanceTooLow(amount, state.Balance);
        return new Change<AccountState>(state)
            .Book(account, Movements.Debit(id, amount, reason), now)
            .Record(
                AuditRow.Of(
                    by with
                    {
                        Reason = reason,
                    },
                    "balance.debited",
                    account,
                    UserId.Of(account.Value),
                    new() { ["amount"] = amount.ToString() }
                )
            );
    }
}
