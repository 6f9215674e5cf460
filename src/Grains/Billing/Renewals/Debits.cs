using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>
/// Direct debits of open invoices: announced once, handed in when the notice is over, and announced anew only where amount or
/// mandate are others by then. Until then nothing moves, so whatever money comes in pays the invoice instead.
/// </summary>
internal static class Debits
{
    /// <summary>How long a debit waits for a payment that its payer has begun.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(1);

    /// <summary>Tells the payer of a debit that is handed in later.</summary>
    public static Change<AccountState> Announce(
        this Change<AccountState> change,
        AccountId account,
        OpenInvoice open,
        SavedMethod method,
        House house,
        DateTimeOffset now
    )
    {
        var at = At(open, house, now);
        var user = UserId.Of(account.Value);
        return Paying
            .Put(change, open with { Debit = new AnnouncedDebit(at, open.ToPay, method.Mandate) })
            .Send(
                SendMail.Box(user),
                Mails.InvoiceDebitAnnounced(
                    user,
                    open.Id,
                    open.ToPay,
                    at,
                    method,
                    house.Terms.Seller.CreditorId
                )
            );
    }

    /// <summary>When a debit that is announced now is handed in.</summary>
    public static DateTimeOffset At(OpenInvoice open, House house, DateTimeOffset now) =>
        DebitDays.At(house.Terms.DirectDebit, open.Cycle ?? int.MaxValue, open.DueAt, now);

    /// <summary>The invoice whose debit is due first; null when none is.</summary>
    public static OpenInvoice? Next(AccountState state, DateTimeOffset now) =>
        state
            .OpenInvoices.Values.Where(o => o.Debit?.At <= now)
            .OrderBy(o => o.Debit!.At)
            .ThenBy(o => o.Id.Value, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>Hands in a debit whose notice is over.</summary>
    public static Change<AccountState> Step(
        AccountState state,
        AccountId account,
        OpenInvoice open,
        House house,
        DateTimeOffset now
    )
    {
        var debit = open.Debit!;
        var change = new Change<AccountState>(state);
        // Both would be paid. Behind the due instant the payment's end, or dunning, says how it goes on.
        if (open.Payment is not null && now < open.DueAt)
            return Paying.Put(change, open with { Debit = debit with { At = now + LookAgain } });
        var free = open with { Debit = null };
        change = Paying.Put(change, free);
        return
            open.Payment is null
            && state.SavedMethod is { IsDirectDebit: true } method
            && method.Mandate == debit.Mandate
            && free.ToPay == debit.Amount
            ? change.StartCollecting(account, free, house)
            : change.Collect(account, free, house, now);
    }

    /// <summary>Collections use another method from now on, or none.</summary>
    /// <param name="contracts">That bill earlier or later because of it; empty where the kind of method stays.</param>
    public static Change<AccountState> Use(
        AccountState state,
        SavedMethod? method,
        IEnumerable<ServiceId> contracts
    ) =>
        contracts.Aggregate(
            new Change<AccountState>(state with { SavedMethod = method }),
            (c, s) => c.Send(SubscriptionAddress.Of(s), new CollectionChanged(IsDebit(method)))
        );

    /// <summary>A contract began: it hears how it is collected where it would not guess it. Null otherwise.</summary>
    public static Change<AccountState>? Answer(AccountState state, CollectionAsked asked) =>
        IsDebit(state.SavedMethod)
            ? new Change<AccountState>(state).Send(
                SubscriptionAddress.Of(asked.Service),
                new CollectionChanged(true)
            )
            : null;

    public static bool IsDebit(SavedMethod? method) => method is { IsDirectDebit: true };
}
