using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Coupons;
using Elizon.Identity;
using Elizon.Payments;
using Elizon.Services;

namespace Elizon.Checkout;

/// <summary>What a customer sends to order.</summary>
/// <param name="CouponCode">One coupon per order; null for none.</param>
/// <param name="NetPoints">How many points pay, a cent each; the rest is paid by the method.</param>
/// <param name="ExpectedTotal">What the customer was shown; another price is refused instead of charged. Null: not asked.</param>
/// <param name="SaveMethod">At the payment provider: the method that is used is kept for renewals and automatic top-ups.</param>
[GenerateSerializer, Immutable, Alias("CheckoutOrder")]
public sealed record CheckoutOrder(
    [property: Id(0)] CartItem[] Items,
    [property: Id(1)] PaymentMethod PaymentMethod,
    [property: Id(2)] Consents Consents,
    [property: Id(3)] string? CouponCode = null,
    [property: Id(4)] Money? ExpectedTotal = null,
    [property: Id(5)] int NetPoints = 0,
    [property: Id(6)] bool SaveMethod = false
);

/// <summary>What the customer agreed to; kept with the order.</summary>
/// <param name="TermsVersion">The version of the terms that was shown; null when none was named.</param>
/// <param name="WithdrawalWaiver">Asks to start at once and knows that the right of withdrawal ends (§ 356 (5) BGB).</param>
[GenerateSerializer, Immutable, Alias("Consents")]
public sealed record Consents(
    [property: Id(0)] string? TermsVersion,
    [property: Id(1)] bool WithdrawalWaiver
);

/// <summary>A checked and priced order on its way to the account.</summary>
[GenerateSerializer, Immutable, Alias("OrderRequest")]
public sealed record OrderRequest(
    [property: Id(0)] Offer[] Offers,
    [property: Id(1)] BillingProfile Buyer,
    [property: Id(2)] PaymentMethod PaymentMethod,
    [property: Id(3)] Consents Consents,
    [property: Id(4)] Money? ExpectedTotal,
    [property: Id(5)] CouponTerms? Coupon = null,
    [property: Id(6)] int Points = 0
);

/// <summary>What the account made of an order.</summary>
/// <param name="Paid">The services that are paid now; empty for a draft and for a repeat.</param>
/// <param name="Payment">What is to be paid at the provider; null when nothing is.</param>
[GenerateSerializer, Immutable, Alias("PlacedOrder")]
public sealed record PlacedOrder(
    [property: Id(0)] CheckoutResult Result,
    [property: Id(1)] ServiceOrder[] Paid,
    [property: Id(2)] PaymentIntent? Payment
);

/// <summary>The answer of a checkout and of a payment of an invoice.</summary>
/// <param name="Services">Empty for a draft: services come with the money.</param>
/// <param name="CheckoutUrl">Where to pay; null when it is paid.</param>
[GenerateSerializer, Immutable, Alias("CheckoutResult")]
public sealed record CheckoutResult(
    [property: Id(0)] InvoiceSummary Invoice,
    [property: Id(1)] OrderedService[] Services,
    [property: Id(2)] string? CheckoutUrl
);

/// <param name="Number">Null for a draft.</param>
[GenerateSerializer, Immutable, Alias("InvoiceSummary")]
public sealed record InvoiceSummary(
    [property: Id(0)] InvoiceId Id,
    [property: Id(1)] string? Number,
    [property: Id(2)] InvoiceStatus Status,
    [property: Id(3)] Money Total
);

[GenerateSerializer, Immutable, Alias("OrderedService")]
public sealed record OrderedService(
    [property: Id(0)] ServiceId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] ServiceStatus Status
);
