using Elizon.Coupons;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Coupons;

namespace Elizon.Grains.Subscriptions;

/// <summary>What the next period costs.</summary>
internal static class SubscriptionPrices
{
    /// <summary>Percent.</summary>
    private const int Loyalty = 10;

    /// <summary>Of the next cycle before discounts.</summary>
    public static Money List(SubscriptionState state) =>
        List(state.Price, state.PriceChange, state.PaidDay);

    /// <param name="day">On which the period begins.</param>
    public static Money List(Money price, PriceChange? change, DateOnly day) =>
        change?.HoldsOn(day) == true ? change.Price : price;

    /// <summary>All that is taken off the next period: never more than its price.</summary>
    public static Money Discount(SubscriptionState state, Money list) =>
        list
        - Discounted(state.Order!.Discount, state.Period, state.Loyal, list)
        + Rest(state, list);

    /// <summary>The coupon's share is taken off first, the loyalty discount off what is left.</summary>
    /// <param name="renewal">0 for the period that the order paid.</param>
    public static Money Discounted(DiscountTerms? terms, int renewal, bool loyal, Money list)
    {
        var left = list - Discounts.For(terms, renewal, list);
        return loyal ? left - Money.Round(left.Euros * Loyalty / 100) : left;
    }

    /// <summary>What an earlier change left over, a begun cent for the customer; the next period takes what it can.</summary>
    public static Money Rest(SubscriptionState state, Money list)
    {
        var over = PaidTime.Over(state.Carry);
        var price = Discounted(state.Order!.Discount, state.Period, state.Loyal, list);
        return over > price ? price : over;
    }

    /// <param name="atOnce">Only if the balance covers it.</param>
    public static RenewalBill Bill(SubscriptionState state, bool atOnce, string language)
    {
        var order = state.Order!;
        var days = NextDays(state);
        var list = days == state.Cycle ? List(state) : Part(List(state), days, state.Cycle);
        return new RenewalBill(
            order.Id,
            state.Period + 1,
            state.PaidDay,
            state.PaidUntil,
            days,
            order.Order,
            order.Product,
            order.ProductName,
            order.Name,
            order.Plan.LocationName,
            list,
            Discount(state, list),
            Note(state, list, language),
            state.Autopay,
            atOnce,
            state.NetPointsFirst,
            state.Withdrawn
        );
    }

    /// <summary>Days of the next period: a cycle, or fewer when the contract ends on a day before.</summary>
    private static int NextDays(SubscriptionState state) =>
        state.Ends is { } ends
            ? Math.Min(state.Cycle, ends.Day.DayNumber - state.PaidDay.DayNumber)
            : state.Cycle;

    private static Money Part(Money price, int days, int cycle) =>
        Money.Round(price.Euros * days / cycle);

    private static string? Note(SubscriptionState state, Money list, string language)
    {
        var coupon = Discounts.For(state.Order!.Discount, state.Period, list);
        string?[] notes =
        [
            coupon > Money.Zero
                ? InvoiceWords.Coupon(state.Order.Discount!.Code, coupon, language)
                : null,
            state.Loyal ? InvoiceWords.Loyalty(language) : null,
            Rest(state, list) is var rest && rest > Money.Zero
                ? InvoiceWords.Rest(rest, language)
                : null,
        ];
        return string.Join(" · ", notes.OfType<string>()) is { Length: > 0 } note ? note : null;
    }
}
