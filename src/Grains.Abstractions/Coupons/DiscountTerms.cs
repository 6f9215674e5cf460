namespace Elizon.Coupons;

/// <summary>
/// What a redeemed coupon goes on giving one service. Kept with its paid order line and by its subscription: a coupon
/// that ends or is disabled later takes nothing back.
/// </summary>
/// <param name="Code">The coupon, for the invoice's text.</param>
/// <param name="Percent">Above 0, at most 100; null for an amount.</param>
/// <param name="Amount">This service's share per cycle, VAT included; null for a percentage.</param>
/// <param name="Renewals">How many renewals after the first cycle are discounted; null for all of them.</param>
[GenerateSerializer, Immutable, Alias("DiscountTerms")]
public sealed record DiscountTerms(
    [property: Id(0)] string Code,
    [property: Id(1)] decimal? Percent,
    [property: Id(2)] Money? Amount,
    [property: Id(3)] int? Renewals
);
