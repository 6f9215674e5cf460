using Elizon.Billing;
using Elizon.Identity;

namespace Elizon.Checkout;

/// <summary>All a checkout page needs before the first click.</summary>
/// <param name="TermsVersion">The version of the terms to show and to send back as a consent.</param>
[GenerateSerializer, Immutable, Alias("CheckoutBootstrap")]
public sealed record CheckoutBootstrap(
    [property: Id(0)] BillingProfile Profile,
    [property: Id(1)] Money Balance,
    [property: Id(2)] PaymentOption[] PaymentMethods,
    [property: Id(3)] string TermsVersion,
    [property: Id(4)] CheckoutLimits Limits,
    [property: Id(5)] string Currency
);

[GenerateSerializer, Immutable, Alias("PaymentOption")]
public sealed record PaymentOption(
    [property: Id(0)] PaymentMethod Id,
    [property: Id(1)] bool Available
);

/// <param name="MaxOpenDrafts">How many unpaid orders a customer may have at a time.</param>
[GenerateSerializer, Immutable, Alias("CheckoutLimits")]
public sealed record CheckoutLimits(
    [property: Id(0)] int MaxItems,
    [property: Id(1)] int MaxQuantity,
    [property: Id(2)] Money TopUpMin,
    [property: Id(3)] Money TopUpMax,
    [property: Id(4)] int MaxOpenDrafts
);
