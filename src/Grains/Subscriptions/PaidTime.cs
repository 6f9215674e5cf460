using System.Collections.Immutable;
using Elizon.Grains.Billing;
using Elizon.Services;

namespace Elizon.Grains.Subscriptions;

/// <summary>
/// What the paid days of a contract are worth. A day is worth the price of its period by the days of that period, less the
/// discounts that held when it was billed; nothing here looks at what was charged last.
/// </summary>
internal static class PaidTime
{
    /// <summary>Finer parts of a cent are noise of the division.</summary>
    private const int Places = 12;

    /// <summary>
    /// The spans that reach beyond a day, or the last one; of a contract of before there were spans, its one period.
    /// </summary>
    public static ImmutableList<PaidSpan> From(SubscriptionState state, DateOnly day) =>
        state.Spans.IsEmpty
            ? [new PaidSpan(state.PaidDay, state.Cycle, state.Price, state.Period, state.Loyal)]
            : Since(state.Spans, day);

    /// <summary>Forgets what has passed: a contract of many years stays small.</summary>
    public static SubscriptionState Since(this SubscriptionState state, DateOnly day) =>
        state with
        {
            Spans = Since(state.Spans, day),
        };

    private static ImmutableList<PaidSpan> Since(ImmutableList<PaidSpan> spans, DateOnly day)
    {
        var passed = spans.FindIndex(s => s.Until > day);
        return spans.RemoveRange(0, passed < 0 ? Math.Max(0, spans.Count - 1) : passed);
    }

    /// <summary>The next period is paid.</summary>
    public static ImmutableList<PaidSpan> Then(SubscriptionState state, PaidSpan span) =>
        state.Period == 0 ? [span] : From(state, DateOnly.MinValue).Add(span);

    /// <summary>The paid time ends on another day.</summary>
    public static ImmutableList<PaidSpan> Ending(
        this ImmutableList<PaidSpan> spans,
        DateOnly until
    ) => spans.IsEmpty ? spans : spans.SetItem(spans.Count - 1, spans[^1] with { Until = until });

    /// <summary>The first day that begins now or later, at the contract's time of day: what has begun is used.</summary>
    public static DateOnly FirstWhole(SubscriptionState state, House house, DateTimeOffset now)
    {
        var day = house.DayOf(now);
        return house.At(day, state.At) < now ? day.AddDays(1) : day;
    }

    public static int DaysFrom(SubscriptionState state, DateOnly day) =>
        Math.Max(0, state.PaidDay.DayNumber - day.DayNumber);

    /// <summary>Cents that the days from <paramref name="day"/> on are worth.</summary>
    public static decimal Worth(ServiceOrder order, IReadOnlyList<PaidSpan> spans, DateOnly day)
    {
        var worth = 0m;
        foreach (var span in spans)
        {
            worth += PerDay(order, span) * Math.Max(0, span.Until.DayNumber - day.DayNumber);
            day = span.Until;
        }
        return Exact(worth);
    }

    /// <summary>Cents that a day of a span is worth.</summary>
    public static decimal PerDay(ServiceOrder order, PaidSpan span) =>
        (decimal)Paid(order, span).Cents / span.Days;

    public static decimal Exact(decimal cents) => decimal.Round(cents, Places);

    /// <summary>What is over, in whole cents: a begun one counts for the customer.</summary>
    public static Money Over(decimal cents) =>
        Money.Round(decimal.Ceiling(decimal.Round(Math.Max(0, cents), Places / 2)) / 100);

    /// <summary>How many whole days so many cents buy.</summary>
    public static int Days(decimal cents, decimal perDay) =>
        cents <= 0 || perDay <= 0
            ? 0
            : (int)decimal.Floor(decimal.Round(cents / perDay, Places / 2));

    /// <summary>
    /// Of a whole period. A coupon for the order alone took its share off the first period: it takes as much off every
    /// size of it, or the days of that period could be made more by changing to and fro.
    /// </summary>
    private static Money Paid(ServiceOrder order, PaidSpan span) =>
        span.Period == 1 && order is { Discount: null, ListPrice: { } list } && list > order.Price
            ? Money.Round(span.List.Euros * order.Price.Cents / list.Cents)
            : SubscriptionPrices.Discounted(order.Discount, span.Period - 1, span.Loyal, span.List);
}
