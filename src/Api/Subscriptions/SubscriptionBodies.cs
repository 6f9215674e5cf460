using System.ComponentModel.DataAnnotations;
using Elizon.Subscriptions;

namespace Elizon.Api.Subscriptions;

/// <summary>Which page of the list.</summary>
public sealed record SubscriptionQuery(int? Page, int? Limit)
{
    internal PageRequest Paging => PageRequest.Of(Page, Limit);
}

/// <summary>How a contract ends.</summary>
/// <param name="Immediate">True: now, the server is deleted and nothing is paid back. False: with the paid period.</param>
public sealed record CancelSubscriptionBody(bool Immediate = false);

/// <summary>How renewals are paid; what is left out stays.</summary>
public sealed record AutopayBody(bool? Enabled = null, bool? NetPointsFirst = null);

/// <summary>The cycle of the next period.</summary>
/// <param name="BillingCycle">Days: one of the product's cycles.</param>
public sealed record IntervalBody([property: Range(1, 3660)] int BillingCycle);

/// <summary>The cycle to look at; the one that holds when left out.</summary>
public sealed record RenewBody([property: Range(1, 3660)] int? BillingCycle = null);

/// <summary>Which offer.</summary>
public sealed record ExtendBody(SubscriptionOffer Offer = SubscriptionOffer.Period);

/// <summary>A new price.</summary>
/// <param name="Price">Per cycle, VAT included.</param>
/// <param name="From">First day on which a period may begin with it: the notice time ahead for a rise.</param>
public sealed record ChangePriceBody(Money Price, DateOnly From);

/// <summary>Whom invoices bill.</summary>
/// <param name="AddressId">Of the address book; null: as the profile says.</param>
public sealed record BillingAddressBody(AddressId? AddressId = null);

/// <summary>A paid order line: by invoice or by order.</summary>
public sealed record PaidSubscriptionBody(
    InvoiceId? InvoiceId = null,
    OrderId? OrderId = null,
    [property: Range(0, 1000)] int Line = 0
);
