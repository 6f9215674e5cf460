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
        state.PriceChange is { } change && change.From <= state.PaidDay
            ? change.Price
            : state.Price;

    /// <summary>The coupon's share first, the loyalty discount on what is left: together never more than the price.</summary>
    public static Money Discount(SubscriptionState state, Money list)
    {
        var coupon = Discounts.For(state.Order!.Discount, state.Period, list);
        return state.Loyal ? coupon + Money.Round((list - coupon).Euros * Loyalty / 100) : coupon;
    }

    /// <param name="atOnce">Only if the balance covers it.</param>
    public static RenewalBill Bill(SubscriptionState state, bool atOnce, string language)
    {
        var order = state.Order!;
        var list = List(state);
        return new RenewalBill(
            order.Id,
            state.Period + 1,
            state.PaidDay,
            state.PaidUntil,
            state.Cycle,
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

    private static string? Note(SubscriptionState state, Money list, string language)
    {
        var coupon = Discounts.For(state.Order!.Discount, state.Period, list);
        string?[] notes =
        [
            coupon > Money.Zero
                ? InvoiceWords.Coupon(state.Order.Discount!.Code, coupon, language)
                : null,
            state.Loyal ? InvoiceWords.Loyalty(language) : null,
        ];
        return string.Join(" · ", notes.OfType<string>()) is { Length: > 0 } note ? note : null;
    }
}
