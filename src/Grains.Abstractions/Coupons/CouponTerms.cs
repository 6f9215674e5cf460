namespace Elizon.Coupons;

/// <summary>What a coupon gives and to whom. Others hold for orders from then on.</summary>
/// <param name="Percent">Above 0, at most 100, two decimals; null when an amount is given.</param>
/// <param name="Amount">Off what one order costs its customer, spread over its lines; null when a percentage is given.</param>
/// <param name="Renewals">How many renewals after the first cycle are discounted too; 0: none, null: all of them.</param>
/// <param name="MaxUses">Orders in all; null: as many as come.</param>
/// <param name="MaxPerPerson">Orders of one customer; null: as many as come.</param>
/// <param name="NewCustomers">Only for customers who never paid an order before.</param>
/// <param name="Products">What it counts for; empty: everything.</param>
/// <param name="Minimum">What the cart must come to before the discount.</param>
/// <param name="ValidUntil">The first instant it is no longer taken.</param>
[GenerateSerializer, Immutable, Alias("CouponTerms")]
public sealed record CouponTerms(
    [property: Id(0)] CouponCode Code,
    [property: Id(1)] string? Description,
    [property: Id(2)] decimal? Percent,
    [property: Id(3)] Money? Amount,
    [property: Id(4)] int? Renewals,
    [property: Id(5)] int? MaxUses,
    [property: Id(6)] int? MaxPerPerson,
    [property: Id(7)] bool NewCustomers,
    [property: Id(8)] ProductId[] Products,
    [property: Id(9)] Money? Minimum,
    [property: Id(10)] DateTimeOffset? ValidFrom,
    [property: Id(11)] DateTimeOffset? ValidUntil
);
