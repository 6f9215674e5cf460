using Elizon.Grains.Audit;
using Elizon.Grains.Billing;
using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions;

/// <summary>What a customer changes about the contract.</summary>
internal static class Changing
{
    private const int GivenDays = 7;

    public static Change<SubscriptionState> CancelAtEnd(
        SubscriptionState state,
        Caller by,
        DateTimeOffset now
    )
    {
        Living(state);
        if (state.CancelAtEnd)
            return new Change<SubscriptionState>(state);
        return Renewing
            .Withdraw(state, s => s with { CancelAtEnd = true, Ends = null })
            .Record(Audited(state, by, "subscription.cancelled"))
            .Send(SendMail.Box(state.Order!.Owner), Confirmation(state, state.PaidUntil, now));
    }

    public static Change<SubscriptionState> CancelAtOnce(
        SubscriptionState state,
        Caller by,
        DateTimeOffset now
    )
    {
        Living(state);
        return Renewing
            .End(state, "cancelled", now)
            .Record(Audited(state, by, "subscription.ended"))
            .Send(SendMail.Box(state.Order!.Owner), Confirmation(state, now, now));
    }

    public static Change<SubscriptionState> Reactivate(SubscriptionState state, Caller by)
    {
        Living(state);
        return state.CancelAtEnd || state.Ends is not null
            ? Renewing
                .To(state with { CancelAtEnd = false, Ends = null })
                .Record(Audited(state, by, "subscription.reactivated"))
            : throw SubscriptionRefusals.NotCancelled();
    }

    public static Change<SubscriptionState> Autopay(
        SubscriptionState state,
        bool? enabled,
        bool? netPointsFirst,
        House house,
        Caller by
    )
    {
        Living(state);
        var next = state with
        {
            Autopay = enabled ?? state.Autopay,
            NetPointsFirst = netPointsFirst ?? state.NetPointsFirst,
        };
        // Only a debit has a lead time of its own.
        return Renewing
            .To(state.ByDebit ? Renewing.Planned(next, house) : next)
            .Record(Audited(state, by, "subscription.autopay"));
    }

    public static Change<SubscriptionState> BillTo(
        SubscriptionState state,
        BillTo? chosen,
        Caller by
    )
    {
        Living(state);
        return Renewing
            .To(state with { BillTo = chosen })
            .Record(Audited(state, by, "subscription.billingAddress"));
    }

    /// <param name="cycles">The product's, with today's prices.</param>
    public static Change<SubscriptionState> Interval(
        SubscriptionState state,
        int days,
        IReadOnlyCollection<CyclePrice> cycles,
        House house,
        Caller by
    )
    {
        Living(state);
        Upgrading.Settled(state);
        var price = PriceOf(state, days, cycles);
        var next = state with { Price = price, Cycle = days, PriceChange = Later(state, price) };
        // The lead time depends on the cycle.
        return Renewing
            .To(Renewing.Planned(next, house))
            .Record(Audited(state, by, "subscription.interval"));
    }

    /// <summary>
    /// Who pays today's catalogue price pays it for the other cycle too; whoever has another (options, an older price)
    /// keeps it per day.
    /// </summary>
    public static Money PriceOf(
        SubscriptionState state,
        int days,
        IReadOnlyCollection<CyclePrice> cycles
    )
    {
        var wanted =
            cycles.FirstOrDefault(c => c.BillingCycle == days)
            ?? throw SubscriptionRefusals.NoSuchCycle(cycles.Select(c => c.BillingCycle));
        var held = SubscriptionPrices.List(state);
        return cycles.FirstOrDefault(c => c.BillingCycle == state.Cycle)?.Price == held
            ? wanted.Price
            : Money.Round(held.Euros * days / state.Cycle);
    }

    /// <summary>An announced price that does not hold yet, in proportion for another cycle; one that holds is in the price.</summary>
    private static PriceChange? Later(SubscriptionState state, Money price) =>
        state.PriceChange is { } change && !change.HoldsOn(state.PaidDay)
            ? change with
            {
                Price =
                    state.Price == Money.Zero
                        ? change.Price
                        : Money.Round(change.Price.Euros * price.Cents / state.Price.Cents),
            }
            : null;

    /// <summary>Days for nothing. The next period begins later.</summary>
    public static Change<SubscriptionState> Give(
        SubscriptionState state,
        SubscriptionOffer offer,
        House house,
        Caller by
    )
    {
        Renewable(state);
        AddOnContracts.Guard(state);
        if (offer == SubscriptionOffer.Loyalty ? state.Loyal : state.BonusTaken)
            throw SubscriptionRefusals.OfferTaken();
        var next =
            offer == SubscriptionOffer.Loyalty
                ? state with
                {
                    Loyal = true,
                }
                : state with
                {
                    BonusTaken = true,
                };
        return Renewing
            .To(Renewing.Longer(next, state.PaidDay.AddDays(GivenDays), house))
            .Record(Audited(state, by, $"subscription.{offer.ToString().ToLowerInvariant()}"));
    }

    public static Change<SubscriptionState> ChangePrice(
        SubscriptionState state,
        Money price,
        DateOnly from,
        House house,
        Caller by,
        DateTimeOffset now
    )
    {
        Living(state);
        Upgrading.Settled(state);
        if (price < Money.Zero)
            throw CommonRefusals.Invalid("'price' must not be below 0.00.");
        var earliest = house.PriceNotice(now);
        if (price > SubscriptionPrices.List(state) && from < earliest)
            throw SubscriptionRefusals.NoticeTooShort(earliest);
        return Announce(state, new PriceChange(price, from), house)
            .Record(Audited(state, by, "subscription.price"));
    }

    /// <summary>The price holds from its day, and the customer is told.</summary>
    public static Change<SubscriptionState> Announce(
        SubscriptionState state,
        PriceChange change,
        House house
    )
    {
        var user = state.Order!.Owner;
        // What an earlier announcement made of it, where that holds for the next period already.
        var held = SubscriptionPrices.List(state);
        return Renewing
            .To(state with { Price = held, PriceChange = change })
            .Send(
                SendMail.Box(user),
                Mails.PriceChanged(
                    user,
                    state.Order.Id,
                    state.Order.Name,
                    held,
                    change.Price,
                    house.At(change.From, state.At)
                )
            );
    }

    /// <exception cref="Refusal">Conflict: it has ended, is cancelled, or the next period is billed.</exception>
    public static void Renewable(SubscriptionState state)
    {
        Living(state);
        if (state.CancelAtEnd || state.Ends is not null)
            throw SubscriptionRefusals.Cancelled();
        if (state.Open is not null)
            throw SubscriptionRefusals.InvoiceOpen();
        Upgrading.Settled(state);
    }

    private static void Living(SubscriptionState state)
    {
        if (state.EndedAt is not null)
            throw SubscriptionRefusals.Ended();
    }

    private static AuditRow Audited(SubscriptionState state, Caller by, string what) =>
        AuditRow.Of(by, what, state.Order!.Id, state.Order.Owner);

    public static SendMail Confirmation(
        SubscriptionState state,
        DateTimeOffset endsAt,
        DateTimeOffset now
    ) =>
        Mails.CancellationConfirmed(
            state.Order!.Owner,
            state.Order.Id,
            state.Order.Name,
            now,
            endsAt
        );
}
