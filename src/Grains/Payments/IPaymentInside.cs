using Elizon.Grains.Providers;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>What the starter and the reader tell a payment.</summary>
[Alias("IPaymentInside")]
internal interface IPaymentInside : IGrainWithStringKey
{
    /// <summary>Stores the intent and a new attempt, unless the last one still serves.</summary>
    [Alias("Begin")]
    Task<BegunPayment> Begin(PaymentIntent intent);

    /// <summary>The provider refused this attempt for good.</summary>
    /// <param name="reason">One of <see cref="FailureReasons"/>.</param>
    [Alias("NotMade")]
    Task NotMade(int attempt, string reason);

    /// <summary>The provider was asked for this attempt, looked at all it has, and has no such payment.</summary>
    [Alias("NotFound")]
    Task NotFound(int attempt);

    /// <summary>What was read; ends a look.</summary>
    [Alias("Observed")]
    Task<PaymentView> Observed(ProviderPayment[] seen);

    /// <summary>The provider will not make this refund.</summary>
    [Alias("RefundRefused")]
    Task RefundRefused(RefundId refund, string reason);
}

/// <summary>What to do to start a payment: nothing when <paramref name="ToMake"/> is null.</summary>
/// <param name="Since">When the attempt was begun: a look-up need not go further back.</param>
[GenerateSerializer, Immutable, Alias("BegunPayment")]
internal sealed record BegunPayment(
    [property: Id(0)] PaymentView View,
    [property: Id(1)] NewProviderPayment? ToMake,
    [property: Id(2)] bool LookFirst,
    [property: Id(3)] AccountId Account,
    [property: Id(4)] DateTimeOffset Since
);

/// <summary>An attempt whose answer never came.</summary>
/// <param name="MayCreate">The provider still knows its key: making it again is safe.</param>
[GenerateSerializer, Immutable, Alias("LostPayment")]
internal sealed record LostPayment(
    [property: Id(0)] NewProviderPayment Order,
    [property: Id(1)] AccountId Account,
    [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] bool MayCreate
);

/// <summary>Works at the provider outside every payment's turn. Stateless; what it does is safe to do twice.</summary>
[Alias("IPaymentWorker")]
internal interface IPaymentWorker : IGrainWithIntegerKey
{
    /// <summary>Reads what is known there and looks for what was lost; a lost collection is made again where that is safe.</summary>
    [Alias("Read"), Orleans.Concurrency.OneWay]
    Task Read(PaymentId payment, string[] providerIds, LostPayment? lost);

    /// <summary>Makes a collection for the first time.</summary>
    [Alias("Collect"), Orleans.Concurrency.OneWay]
    Task Collect(NewProviderPayment order, AccountId account);

    /// <summary>Looks for a refund and makes it when it is not there.</summary>
    [Alias("Refund"), Orleans.Concurrency.OneWay]
    Task Refund(PaymentId payment, NewProviderRefund refund);
}
