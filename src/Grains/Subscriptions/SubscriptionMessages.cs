using Elizon.Grains.Outbox;
using Elizon.Services;

namespace Elizon.Grains.Subscriptions;

/// <summary>A service was delivered: its first period has begun.</summary>
[MessageName("subscription.began")]
public sealed record SubscriptionBegan(ServiceOrder Order, DateTimeOffset At) : Message;

/// <summary>The service is gone or was ended at the service itself: nothing is renewed any more.</summary>
[MessageName("subscription.service-ended")]
public sealed record ServiceEnded(DateTimeOffset At) : Message;

/// <summary>The customer withdrew from the contract over the service that this one adds to (§ 360 BGB: it binds no longer either).</summary>
[MessageName("subscription.base-withdrawn")]
public sealed record BaseWithdrawn(DateTimeOffset At) : Message;

/// <summary>The invoice of a period is paid in full.</summary>
[MessageName("subscription.renewal-paid")]
public sealed record RenewalPaid(InvoiceId Invoice, int Period) : Message;

/// <summary>The invoice of a period is overdue so long that the service stands still.</summary>
/// <param name="Reopened">It had been paid, and the money went back.</param>
[MessageName("subscription.renewal-overdue")]
public sealed record RenewalOverdue(InvoiceId Invoice, int Period, bool Reopened = false) : Message;

/// <summary>The invoice of a period was not paid: the contract ends.</summary>
/// <param name="Reopened">It had been paid, the money went back, and it is owed for good. Else it was cancelled.</param>
[MessageName("subscription.renewal-given-up")]
public sealed record RenewalGivenUp(InvoiceId Invoice, int Period, bool Reopened = false) : Message;

/// <summary>The customer's periods are collected by direct debit from now on, which takes its time, or not any more.</summary>
[MessageName("subscription.collection-changed")]
public sealed record CollectionChanged(bool ByDebit) : Message;

/// <summary>The server has the size that a change gives it.</summary>
[MessageName("subscription.size-reached")]
public sealed record SizeReached(string Change) : Message;

/// <summary>The server cannot have the size that a change gives it; it kept the one before.</summary>
/// <param name="Reason">For staff.</param>
[MessageName("subscription.size-refused")]
public sealed record SizeRefused(string Change, string Reason) : Message;

/// <summary>The product has a new price for contracts with this cycle.</summary>
/// <param name="Before">The price it replaces; a contract with another keeps its proportion.</param>
/// <param name="From">First day on which a period may begin with it.</param>
[MessageName("subscription.price-announced")]
public sealed record PriceAnnounced(
    PriceChangeId PriceChange,
    int Cycle,
    Money Before,
    Money After,
    DateOnly From
) : Message;

/// <summary>The grain of a service's subscription.</summary>
internal static class SubscriptionAddress
{
    public const string Kind = "subscription";

    public static Address Of(ServiceId service) => new(Kind, service.Value);
}
