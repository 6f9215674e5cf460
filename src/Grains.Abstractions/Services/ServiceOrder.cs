using Elizon.Catalog;
using Elizon.Coupons;

namespace Elizon.Services;

/// <summary>A paid order line that becomes one service.</summary>
/// <param name="Line">Position of the line in the invoice, 0-based: (invoice, line, unit) is paid once.</param>
/// <param name="Price">What was paid for the first cycle, VAT included.</param>
/// <param name="BillingCycle">Days.</param>
/// <param name="ListPrice">Of one cycle before any discount, VAT as in <paramref name="Price"/>; null in orders of before there were coupons: the price itself.</param>
/// <param name="CataloguePrice">Of one cycle with the home country's VAT, whatever the customer's tax is; null in older orders.</param>
/// <param name="AddOn">For an order that adds to a service; then <paramref name="Id"/> is the add-on's.</param>
/// <param name="Discount">What a coupon goes on giving at renewals; null when nothing.</param>
[GenerateSerializer, Immutable, Alias("ServiceOrder")]
public sealed record ServiceOrder(
    [property: Id(0)] ServiceId Id,
    [property: Id(1)] UserId Owner,
    [property: Id(2)] OrderId Order,
    [property: Id(3)] InvoiceId Invoice,
    [property: Id(4)] int Line,
    [property: Id(5)] string Name,
    [property: Id(6)] ProductId Product,
    [property: Id(7)] string ProductName,
    [property: Id(8)] int BillingCycle,
    [property: Id(9)] Money Price,
    [property: Id(10)] ServicePlan Plan,
    [property: Id(11)] DateTimeOffset OrderedAt,
    [property: Id(12)] Money? ListPrice = null,
    [property: Id(13)] DiscountTerms? Discount = null,
    [property: Id(14)] Money? CataloguePrice = null,
    [property: Id(15)] SoldAddOn? AddOn = null
);

/// <summary>The words of the reference for a service's state.</summary>
[GenerateSerializer, Alias("ServiceStatus")]
public enum ServiceStatus
{
    Pending,
    Provisioning,
    Stopped,
    Starting,
    Running,
    Stopping,
    Suspended,
    Failed,
    Deleted,
}

/// <summary>A customer's server. Key: <see cref="ServiceId"/>. Owner, grants, wanted and seen state, the running operation.</summary>
[Alias("IServiceGrain")]
public partial interface IServiceGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes a paid order and starts to provision it; again with the same order it changes nothing. Called right after
    /// the account's commit so that the customer sees the service at once; the account's message guarantees it.
    /// </summary>
    [Alias("Open")]
    Task Open(ServiceOrder order);
}

/// <summary>The only way to the grains of this feature.</summary>
public static class ServicesGrainFactory
{
    public static IServiceGrain Service(this IGrainFactory grains, ServiceId id) =>
        grains.GetGrain<IServiceGrain>(id.Value);

    public static IServiceReader ServiceReader(this IGrainFactory grains) =>
        grains.GetGrain<IServiceReader>(0);
}
