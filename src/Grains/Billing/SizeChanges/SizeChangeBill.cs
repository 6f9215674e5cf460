using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Grains.Billing.Renewals;

namespace Elizon.Grains.Billing.SizeChanges;

/// <summary>What a contract asks its account to charge for more resources: once for ever per <paramref name="Invoice"/>.</summary>
/// <param name="Invoice">Derives from the quote.</param>
/// <param name="Price">As in the catalogue: with the home country's VAT, discounts taken off.</param>
/// <param name="From">First day of the new size; <paramref name="Until"/> is the first behind the paid time.</param>
/// <param name="Expected">What the customer was shown; another total is refused instead of charged.</param>
[GenerateSerializer, Immutable, Alias("SizeChangeBill")]
internal sealed record SizeChangeBill(
    [property: Id(0)] InvoiceId Invoice,
    [property: Id(1)] ServiceId Service,
    [property: Id(2)] int Period,
    [property: Id(3)] OrderId Order,
    [property: Id(4)] ProductId Product,
    [property: Id(5)] string ProductName,
    [property: Id(6)] string Name,
    [property: Id(7)] string Location,
    [property: Id(8)] PlanLimits Before,
    [property: Id(9)] PlanLimits After,
    [property: Id(10)] Money Price,
    [property: Id(11)] DateOnly From,
    [property: Id(12)] DateOnly Until,
    [property: Id(13)] Money Expected,
    [property: Id(14)] bool PointsFirst
);

/// <summary>The account's side of changes of size. Called by subscriptions only, which the account never awaits.</summary>
[Alias("ISizeChangeBilling")]
internal interface ISizeChangeBilling : IGrainWithStringKey
{
    /// <summary>Issues the invoice and pays it from the balance. A repeat changes nothing.</summary>
    /// <exception cref="Refusal">PaymentRequired, or Conflict when it comes to another total; nothing was issued.</exception>
    [Alias("Charge")]
    Task Charge(SizeChangeBill bill);

    /// <summary>What the bill would come to for this customer now. Changes nothing.</summary>
    [Alias("Quote")]
    Task<RenewalQuote> Quote(SizeChangeBill bill);
}

/// <summary>The only way to it.</summary>
internal static class SizeChangeBillingFactory
{
    public static ISizeChangeBilling SizeChangeBilling(this IGrainFactory grains, UserId owner) =>
        grains.GetGrain<ISizeChangeBilling>(GrainId.Create("account", owner.Value));
}
