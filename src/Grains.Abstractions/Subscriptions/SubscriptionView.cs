namespace Elizon.Subscriptions;

/// <summary>Where a contract stands.</summary>
[GenerateSerializer, Alias("SubscriptionStatus")]
public enum SubscriptionStatus
{
    Active,

    /// <summary>Cancelled: it ends with the paid period.</summary>
    Cancelled,

    /// <summary>The invoice of a period is so long overdue that the service stands still.</summary>
    PastDue,

    Ended,
}

/// <summary>Ways to make the paid time longer.</summary>
[GenerateSerializer, Alias("SubscriptionOffer")]
public enum SubscriptionOffer
{
    /// <summary>The next period, paid from the balance now.</summary>
    Period,

    /// <summary>Seven days for nothing, once per service.</summary>
    Bonus,

    /// <summary>Seven days and a tenth off for good, once per service.</summary>
    Loyalty,
}

/// <summary>A contract as its customer sees it.</summary>
/// <param name="Price">Of one cycle before discounts, VAT included.</param>
/// <param name="NextPrice">Of the next period that is not billed yet, discounts taken off.</param>
/// <param name="PeriodStart">The paid period; both ends UTC.</param>
/// <param name="PeriodEnd">Paid until then.</param>
/// <param name="NextBillingAt">When the next invoice is issued; null when none will be.</param>
/// <param name="OpenInvoice">The issued invoice of the next period while it is not paid.</param>
/// <param name="EndsAt">When it ends or ended; null while it goes on.</param>
/// <param name="BillingAddress">Whom invoices bill, of the owner's address book; null: as the profile says.</param>
/// <param name="AddOnOf">The service that it adds to; null for the contract over a service itself.</param>
/// <param name="AnnouncedPrice">Of one cycle for periods that begin on <paramref name="AnnouncedFrom"/> or later; null when none is announced.</param>
/// <param name="BonusAvailable">Whether the seven days can still be taken.</param>
[GenerateSerializer, Immutable, Alias("SubscriptionView")]
public sealed record SubscriptionView(
    [property: Id(0)] ServiceId ServiceId,
    [property: Id(1)] string Name,
    [property: Id(2)] string Product,
    [property: Id(3)] SubscriptionStatus Status,
    [property: Id(4)] int BillingCycle,
    [property: Id(5)] int NextBillingCycle,
    [property: Id(6)] Money Price,
    [property: Id(7)] Money NextPrice,
    [property: Id(8)] DateTimeOffset PeriodStart,
    [property: Id(9)] DateTimeOffset PeriodEnd,
    [property: Id(10)] DateTimeOffset? NextBillingAt,
    [property: Id(11)] InvoiceId? OpenInvoice,
    [property: Id(12)] bool Autopay,
    [property: Id(13)] bool NetPointsFirst,
    [property: Id(14)] bool CancelAtPeriodEnd,
    [property: Id(15)] DateTimeOffset? EndsAt,
    [property: Id(16)] bool BonusAvailable,
    [property: Id(17)] bool LoyaltyAvailable,
    [property: Id(18)] ServiceId? AddOnOf = null,
    [property: Id(19)] AddressId? BillingAddress = null,
    [property: Id(20)] Money? AnnouncedPrice = null,
    [property: Id(21)] DateOnly? AnnouncedFrom = null
);

/// <summary>What the next period would be.</summary>
[GenerateSerializer, Immutable, Alias("RenewalPreview")]
public sealed record RenewalPreview(
    [property: Id(0)] int BillingCycle,
    [property: Id(1)] Money Net,
    [property: Id(2)] Money Tax,
    [property: Id(3)] Money Total,
    [property: Id(4)] decimal TaxRate,
    [property: Id(5)] DateTimeOffset From,
    [property: Id(6)] DateTimeOffset Until
);

/// <summary>A cycle that can be chosen.</summary>
/// <param name="BillingCycle">Days.</param>
/// <param name="Price">VAT included, before discounts.</param>
[GenerateSerializer, Immutable, Alias("CyclePrice")]
public sealed record CyclePrice([property: Id(0)] int BillingCycle, [property: Id(1)] Money Price);
