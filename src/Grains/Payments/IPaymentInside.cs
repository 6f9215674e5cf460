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
    [Alias("NotMade")]
    Task NotMade(int attempt);

    /// <summary>What was read; ends a look.</summary>
    [Alias("Observed")]
    Task<PaymentView> Observed(ProviderPayment[] seen);
}

/// <summary>What to do to start a payment: nothing when <paramref name="ToMake"/> is null.</summary>
[GenerateSerializer, Immutable, Alias("BegunPayment")]
internal sealed record BegunPayment(
    [property: Id(0)] PaymentView View,
    [property: Id(1)] NewProviderPayment? ToMake,
    [property: Id(2)] bool LookFirst
);

/// <summary>Reads at the provider outside every payment's turn. Stateless.</summary>
[Alias("IPaymentWorker")]
internal interface IPaymentWorker : IGrainWithIntegerKey
{
    [Alias("Read"), Orleans.Concurrency.OneWay]
    Task Read(PaymentId payment, string[] providerIds, bool lost);
}
