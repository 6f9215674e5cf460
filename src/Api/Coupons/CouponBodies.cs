using System.ComponentModel.DataAnnotations;
using Elizon.Api.OpenApi;
using Elizon.Catalog;
using Elizon.Coupons;

namespace Elizon.Api.Coupons;

/// <summary>A coupon and the cart it shall count for.</summary>
public sealed record CouponPreviewBody(
    [property: MaxLength(64)] string CouponCode,
    CartItem[] Items
);

/// <summary>A new coupon: a percentage or an amount.</summary>
/// <param name="Percent">Above 0, at most 100.</param>
/// <param name="Amount">Euros off one order, VAT included.</param>
/// <param name="Renewals">How many renewals are discounted too.</param>
/// <param name="EveryRenewal">All renewals are; then <paramref name="Renewals"/> is not asked.</param>
/// <param name="MaxPerPerson">Left out: once for coupons of new customers, else as often as they like.</param>
/// <param name="Products">Ids of what it counts for; left out: everything.</param>
/// <param name="Minimum">Euros that the cart must come to.</param>
public sealed record CouponBody(
    [property: Sample("SUMMER26")] CouponCode Code,
    decimal? Percent = null,
    Money? Amount = null,
    int Renewals = 0,
    bool EveryRenewal = false,
    [property: MaxLength(200)] string? Description = null,
    int? MaxUses = null,
    int? MaxPerPerson = null,
    bool NewCustomers = false,
    [property: MaxLength(200)] ProductId[]? Products = null,
    Money? Minimum = null,
    DateTimeOffset? ValidFrom = null,
    DateTimeOffset? ValidUntil = null
)
{
    internal CouponTerms Terms =>
        new(
            Code,
            Description,
            Percent,
            Amount,
            EveryRenewal ? null : Renewals,
            MaxUses,
            MaxPerPerson ?? (NewCustomers ? 1 : null),
            NewCustomers,
            Products ?? [],
            Minimum,
            ValidFrom,
            ValidUntil
        );
}
