using System.ComponentModel.DataAnnotations;
using Elizon.Api.Subscriptions;
using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Checkout;

namespace Elizon.Api.Checkout;

/// <summary>A cart to price.</summary>
/// <param name="Upgrades">Changes of servers that run, as for cart/upgrade.</param>
/// <param name="NetPoints">How many points would pay for the items, a cent each.</param>
public sealed record CartBody(
    CartItem[] Items,
    [property: MaxLength(64)] string? CouponCode = null,
    QuoteChangeBody[]? Upgrades = null,
    [property: Range(0, 10_000_000)] int NetPoints = 0
)
{
    internal CartToPrice Cart =>
        new(
            Items,
            CouponCode,
            Upgrades is null
                ? null
                : [.. Upgrades.Select(u => new UpgradeItem(u.ServiceId, u.Resources.Wishes))],
            NetPoints
        );
}

/// <summary>A cart to check.</summary>
public sealed record CartItemsBody(CartItem[] Items);

/// <summary>An order.</summary>
/// <param name="NetPoints">How many points pay, a cent each; the rest is paid by the method.</param>
/// <param name="ExpectedTotal">What the customer was shown; another price is refused instead of charged.</param>
/// <param name="SaveMethod">With mollie: the method that is used is kept for renewals and automatic top-ups.</param>
public sealed record CheckoutBody(
    CartItem[] Items,
    PaymentMethod PaymentMethod,
    ConsentsBody? Consents = null,
    [property: MaxLength(64)] string? CouponCode = null,
    Money? ExpectedTotal = null,
    [property: Range(0, 10_000_000)] int NetPoints = 0,
    bool SaveMethod = false
)
{
    public CheckoutOrder ToOrder() =>
        new(
            Items,
            PaymentMethod,
            new Consents(Consents?.TermsVersion, Consents?.WithdrawalWaiver ?? false),
            CouponCode,
            ExpectedTotal,
            NetPoints,
            SaveMethod
        );
}

/// <summary>What the customer agreed to.</summary>
/// <param name="TermsVersion">As given by checkout/bootstrap.</param>
public sealed record ConsentsBody(
    [property: MaxLength(40)] string? TermsVersion = null,
    bool WithdrawalWaiver = false
);
