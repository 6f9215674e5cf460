using Elizon.Coupons;
using Elizon.Subscriptions;

namespace Elizon.Checkout;

/// <summary>A priced cart: net + tax = total, in euros.</summary>
/// <param name="TaxRate">Percent of VAT in the prices.</param>
/// <param name="Country">Whose VAT it is; the customer's country.</param>
/// <param name="Coupon">The coupon in it; its discount is taken off already.</param>
/// <param name="Upgrades">Priced changes of servers that run; in the sums. Each is ordered for itself, by its quote.</param>
/// <param name="NetPoints">How many points pay for the items, a cent each.</param>
[GenerateSerializer, Immutable, Alias("CartView")]
public sealed record CartView(
    [property: Id(0)] CartLineView[] Items,
    [property: Id(1)] Money Net,
    [property: Id(2)] Money Tax,
    [property: Id(3)] Money Total,
    [property: Id(4)] decimal TaxRate,
    [property: Id(5)] string Country,
    [property: Id(6)] string Currency,
    [property: Id(7)] AppliedCoupon? Coupon = null,
    [property: Id(8)] UpgradeQuote[]? Upgrades = null,
    [property: Id(9)] int NetPoints = 0
)
{
    /// <summary>The total less what points pay.</summary>
    public Money ToPay => Total - new Money(NetPoints);
}

/// <param name="BillingCycle">Days.</param>
/// <param name="Price">Of one piece for one cycle before the discount, VAT included where there is any.</param>
/// <param name="Discount">What the coupon takes off the line; taken off <paramref name="Total"/> already.</param>
[GenerateSerializer, Immutable, Alias("CartLineView")]
public sealed record CartLineView(
    [property: Id(0)] ProductId ProductId,
    [property: Id(1)] string ProductName,
    [property: Id(2)] string? Name,
    [property: Id(3)] int BillingCycle,
    [property: Id(4)] int Quantity,
    [property: Id(5)] Money Price,
    [property: Id(6)] Money Net,
    [property: Id(7)] Money Tax,
    [property: Id(8)] Money Total,
    [property: Id(9)] LocationId Location,
    [property: Id(10)] Money Discount
);

/// <summary>Whether a cart can be ordered as it is.</summary>
[GenerateSerializer, Immutable, Alias("CartCheck")]
public sealed record CartCheck(
    [property: Id(0)] bool Valid,
    [property: Id(1)] UnavailableItem[] Unavailable
);

/// <param name="Index">Place in the cart, 0-based.</param>
/// <param name="Reason">A stable word, such as "stock.soldOut".</param>
[GenerateSerializer, Immutable, Alias("UnavailableItem")]
public sealed record UnavailableItem(
    [property: Id(0)] int Index,
    [property: Id(1)] ProductId ProductId,
    [property: Id(2)] string Reason,
    [property: Id(3)] string Message
);
