using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Outbox;
using Elizon.Grains.Services;
using Elizon.Grains.Storage;
using Elizon.Services;

namespace Elizon.Grains.Subscriptions;

/// <summary>Rules of a contract's periods: the first one begins, each is billed, paid or given up.</summary>
internal static class Renewing
{
    /// <summary>The first period begins with the delivery. Null when it has.</summary>
    public static Change<SubscriptionState>? Begin(
        SubscriptionState state,
        SubscriptionBegan began,
        House house
    )
    {
        if (state.Order is not null)
            return null;
        var order = began.Order;
        var first = new SubscriptionState
        {
            Order = order,
            At = order.AddOn?.At ?? house.TimeOf(began.At),
            PaidDay = house.DayOf(began.At),
            PaidUntil = began.At,
            Cycle = order.BillingCycle,
            Price = order.CataloguePrice ?? order.ListPrice ?? order.Price,
        };
        return To(
                Paid(
                    first,
                    order.AddOn?.Until ?? house.DayOf(began.At).AddDays(order.BillingCycle),
                    house
                )
            )
            .Send(Address.Of(AccountId.Of(order.Owner.Value)), new CollectionAsked(order.Id));
    }

    /// <summary>How periods are collected changed, and with it when the next one is billed. Null when nothing did.</summary>
    public static Change<SubscriptionState>? Collected(
        SubscriptionState state,
        CollectionChanged told,
        House house
    ) =>
        state is { Order: not null, EndedAt: null } && state.ByDebit != told.ByDebit
            ? To(Planned(state with { ByDebit = told.ByDebit }, house))
            : null;

    /// <summary>A period was billed: paid at once, or open until the account tells.</summary>
    public static Change<SubscriptionState> Billed(
        SubscriptionState state,
        RenewalBill bill,
        RenewalBilled billed,
        House house
    )
    {
        var until = bill.From.AddDays(bill.Cycle);
        // Not the bill's price: the last period of a contract that ends on a day is shorter.
        var next = state with
        {
            Price = SubscriptionPrices.List(state),
            PriceChange = Left(state, bill),
        };
        var rest = SubscriptionPrices.Rest(state, bill.Price);
        next = next with { Carry = Math.Max(0, state.Carry - rest.Cents) };
        return billed.Paid
            ? To(Paid(next, until, house))
            : To(
                next with
                {
                    Open = new BilledPeriod(billed.Invoice, bill.Period, until)
                    {
                        Span = Span(next, until),
                        Rest = rest,
                    },
                }
            );
    }

    /// <summary>The open period is paid: what stood still runs again. Null for any other invoice.</summary>
    public static Change<SubscriptionState>? Paid(
        SubscriptionState state,
        RenewalPaid paid,
        House house
    )
    {
        if (state.EndedAt is not null)
            return null;
        var next =
            state.Owed?.Contains(paid.Invoice) == true
                ? state with
                {
                    Owed = state.Owed.Remove(paid.Invoice),
                }
            : state.Open is { } open && open.Invoice == paid.Invoice
                ? Paid(state with { Open = null, PastDue = false }, open.UntilDay, house, open.Span)
            : null;
        if (next is null)
            return null;
        var change = To(next);
        return state.StandsStill && !next.StandsStill
            ? change.Tell(new ServicePaymentArrived())
            : change;
    }

    /// <summary>
    /// The open period, or one whose money went back, is long overdue: the service stands still. Null for any other invoice.
    /// </summary>
    public static Change<SubscriptionState>? Overdue(SubscriptionState state, RenewalOverdue told)
    {
        if (state.Order is null || state.EndedAt is not null)
            return null;
        var owed = state.Owed ?? [];
        var next =
            state.Open?.Invoice == told.Invoice ? state with { PastDue = true }
            : told.Reopened && !owed.Contains(told.Invoice)
                ? state with
                {
                    Owed = owed.Add(told.Invoice),
                }
            : state;
        if (next.StandsStill == state.StandsStill)
            return next == state ? null : To(next);
        return To(next).Tell(new ServicePaymentOverdue());
    }

    /// <summary>The period was never paid: the contract ends, the server goes. Null when it has ended.</summary>
    public static Change<SubscriptionState>? GivenUp(
        SubscriptionState state,
        RenewalGivenUp told,
        DateTimeOffset now
    ) =>
        state is { Order: not null, EndedAt: null } && (told.Reopened || told.Period > state.Period)
            ? End(state, "not paid", now)
            : null;

    /// <summary>The invoice of the next period was taken back before its answer was heard: it is billed anew.</summary>
    public static Change<SubscriptionState> TakenBack(SubscriptionState state) =>
        new(state with { Withdrawn = state.Withdrawn + 1 });

    /// <summary>Nothing is renewed any more, and the server goes.</summary>
    public static Change<SubscriptionState> End(
        SubscriptionState state,
        string reason,
        DateTimeOffset now
    ) =>
        Withdraw(state, s => s with { EndedAt = now, PastDue = false, Owed = null })
            .Abandon()
            .Tell(new ServiceContractEnded(reason));

    /// <summary>The next state; an invoice of a period that will not be is taken back by the account, paid or not.</summary>
    public static Change<SubscriptionState> Withdraw(
        SubscriptionState state,
        Func<SubscriptionState, SubscriptionState> next
    )
    {
        if (state.Open is not { } open)
            return To(next(state));
        return To(
                next(
                    state with
                    {
                        Open = null,
                        Withdrawn = state.Withdrawn + 1,
                        Carry = state.Carry + open.Rest.Cents,
                    }
                )
            )
            .Send(
                Address.Of(AccountId.Of(state.Order!.Owner.Value)),
                new RenewalWithdrawn(open.Invoice)
            );
    }

    /// <summary>The service ended by itself: it was deleted there. Null when the contract had ended.</summary>
    public static Change<SubscriptionState>? ServiceGone(
        SubscriptionState state,
        ServiceEnded told
    ) =>
        state is { Order: not null, EndedAt: null }
            ? Withdraw(state, s => s with { EndedAt = told.At, PastDue = false, Owed = null })
                .Abandon()
            : null;

    /// <param name="span">What is paid; null: a period as the contract says it now.</param>
    public static SubscriptionState Paid(
        SubscriptionState state,
        DateOnly until,
        House house,
        PaidSpan? span = null
    ) =>
        Longer(
            state with
            {
                Period = state.Period + 1,
                Withdrawn = 0,
                ChargedChanges = null,
                PeriodStart = state.PaidUntil,
                Spans = PaidTime.Then(state, span ?? Span(state, until)),
                CancelAtEnd = state.CancelAtEnd || state.Ends?.Day <= until,
                Ends = state.Ends?.Day <= until ? null : state.Ends,
            },
            until,
            house
        );

    /// <summary>The paid time ends later; the number of its period stays.</summary>
    public static SubscriptionState Longer(SubscriptionState state, DateOnly until, House house)
    {
        var lead = Lead(state, house.Terms);
        return state with
        {
            PaidDay = until,
            PaidUntil = house.At(until, state.At),
            Spans = state.Spans.Ending(until),
            RenewAt = house.At(until.AddDays(-lead), state.At),
        };
    }

    /// <summary>When the next period is billed, worked out anew: what it depends on changed.</summary>
    public static SubscriptionState Planned(SubscriptionState state, House house) =>
        state.Open is null ? Longer(state, state.PaidDay, house) : state;

    /// <summary>The next state with its row, and the service told until when it is paid.</summary>
    public static Change<SubscriptionState> To(SubscriptionState next) =>
        new Change<SubscriptionState>(next)
            .Record(SubscriptionRow.Of(next))
            .Tell(new ServicePaidUntil(next.PaidUntil, next.Cycle, next.Price));

    private static int Lead(SubscriptionState state, BillingOptions terms)
    {
        // Half a cycle at most, or a short one would be billed before it began.
        var lead = Math.Min(terms.RenewalLeadDays, state.Cycle / 2);
        return state is { ByDebit: true, Autopay: true }
            ? Math.Max(lead, DebitDays.Ahead(terms.DirectDebit, state.Cycle))
            : lead;
    }

    private static PaidSpan Span(SubscriptionState state, DateOnly until) =>
        new(until, state.Cycle, state.Price, state.Period + 1, state.Loyal);

    private static PriceChange? Left(SubscriptionState state, RenewalBill bill) =>
        state.PriceChange is { } change && change.From <= bill.From ? null : state.PriceChange;
}
