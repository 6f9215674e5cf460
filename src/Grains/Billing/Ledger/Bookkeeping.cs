using Elizon.Grains.Billing.AutoTopUps;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Ledger;

/// <summary>The one door from a movement to state and rows.</summary>
internal static class Bookkeeping
{
    /// <summary>Books a movement: its rows, and what it does to the balance. A lower balance may start a top-up.</summary>
    public static Change<AccountState> Book(
        this Change<AccountState> change,
        AccountId account,
        Movement movement,
        DateTimeOffset now
    )
    {
        var delta = movement.On(LedgerName.Balance);
        var balance = change.Next.Balance + delta;
        // Rules guard before they book; a hole in a guard must not become a debt of the customer.
        if (balance < Money.Zero && delta < Money.Zero && !movement.MayOverdraw)
            throw new InvalidOperationException($"{movement.Effect} would overdraw the balance.");
        var booked = (change with { Next = change.Next with { Balance = balance } }).Record(
            movement.Rows(account, now)
        );
        return delta < Money.Zero ? TopUps.Start(booked, account, now) : booked;
    }
}
