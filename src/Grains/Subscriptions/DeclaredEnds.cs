using System.Globalization;
using Elizon.Declarations;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Subscriptions;

/// <summary>
/// Rules of declarations that nobody signed in for. What can be taken back (a cancellation to the end of a period) needs
/// less than what cannot: a withdrawal deletes the server at once, so staff looks at it first. Everything in doubt is staff's.
/// </summary>
internal static class DeclaredEnds
{
    /// <summary>§ 355 (2) BGB.</summary>
    private const int WithdrawalDays = 14;

    /// <summary>Why staff must decide; null when it can be carried out.</summary>
    public static string? Doubt(
        SubscriptionState state,
        DeclaredWish wish,
        AccountType type,
        House house
    )
    {
        if (state.Order is not { } order)
            return "The service has no contract yet.";
        if (order.Owner != wish.Customer)
            return "The contract is another customer's.";
        if (state.EndedAt is not null)
            return "The contract has ended already.";
        if (wish.Kind == DeclarationKind.Cancellation)
            return wish.Type == CancellationType.Extraordinary
                ? "Whether there is an important reason is for staff to judge."
                : null;
        if (type == AccountType.Business)
            return "A business has no right of withdrawal.";
        if (house.DayOf(wish.ReceivedAt) > house.DayOf(order.OrderedAt).AddDays(WithdrawalDays))
            return "The fourteen days had passed.";
        if (state.Period > 1 || state.Open is not null)
            return "A further period is billed; what is given back of it is for staff to judge.";
        return wish.ByStaff
            ? null
            : "Address and number prove no person, and a withdrawal deletes the server: match it to carry it out.";
    }

    /// <summary>Ends with the paid period, or on a later day: then the last period is shorter, and costs less.</summary>
    public static (Change<SubscriptionState> Change, DateTimeOffset EndsAt) Cancel(
        SubscriptionState state,
        DeclaredWish wish,
        House house,
        Caller by,
        DateTimeOffset now
    )
    {
        if (wish.EndsOn is not { } day || day <= state.PaidDay || state.Open is not null)
            return (Changing.CancelAtEnd(state, by, now), state.PaidUntil);
        var at = house.At(day, state.At);
        return (
            Renewing
                .To(state with { Ends = new PlannedEnd(day, at) })
                .Record(
                    AuditRow.Of(by, "subscription.cancelled", state.Order!.Id, state.Order.Owner)
                )
                .Send(Mail.SendMail.Box(state.Order.Owner), Changing.Confirmation(state, at, now)),
            at
        );
    }

    /// <summary>Ends now; the account gives back what was paid.</summary>
    public static Change<SubscriptionState> Withdraw(
        SubscriptionState state,
        House house,
        Caller by,
        DateTimeOffset now
    )
    {
        var order = state.Order!;
        return Renewing
            .End(state, "withdrawn", now)
            .Record(AuditRow.Of(by, "subscription.withdrawn", order.Id, order.Owner))
            .GiveBack(house, now);
    }

    /// <summary>
    /// An add-on's contract ends with its service's withdrawal, whichever of the two it hears of first. Null when it had
    /// ended before, or never began.
    /// </summary>
    public static Change<SubscriptionState>? WithdrawAddOn(
        SubscriptionState state,
        BaseWithdrawn told,
        House house
    )
    {
        if (state.Order is null || state.EndedAt < told.At)
            return null;
        var change =
            Renewing.ServiceGone(state, new ServiceEnded(told.At))
            ?? new Change<SubscriptionState>(state);
        return change.GiveBack(house, told.At);
    }

    /// <summary>
    /// Changes of size first: whether the customer had asked to start at once is known of the contract until what was paid
    /// for it goes back.
    /// </summary>
    private static Change<SubscriptionState> GiveBack(
        this Change<SubscriptionState> change,
        House house,
        DateTimeOffset at
    )
    {
        var state = change.Next;
        var order = state.Order!;
        var account = Address.Of(AccountId.Of(order.Owner.Value));
        var (began, ended) = (house.DayOf(state.PeriodStart), house.DayOf(at));
        var days =
            (order.AddOn?.Until ?? began.AddDays(order.BillingCycle)).DayNumber - began.DayNumber;
        return (state.ChargedChanges ?? [])
            .Aggregate(
                change,
                (c, size) =>
                    c.Send(
                        account,
                        new SizeChangeWithdrawn(
                            order.Id,
                            size.Invoice,
                            Used(size.From, ended, size.Days),
                            size.Days
                        )
                    )
            )
            .Send(
                account,
                new ContractWithdrawn(order.Id, order.Invoice, Used(began, ended, days), days, at)
            );
    }

    private static int Used(DateOnly from, DateOnly ended, int days) =>
        Math.Clamp(ended.DayNumber - from.DayNumber, 0, days);

    public static string CancelledAt(DateTimeOffset at) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Cancelled; the contract ends on {at:yyyy-MM-dd HH:mm} UTC."
        );
}
