namespace Elizon.Grains.Providers;

/// <summary>Where a payment stands at the provider. The last four are final.</summary>
[GenerateSerializer, Alias("ProviderPaymentStatus")]
public enum ProviderPaymentStatus
{
    Open,
    Pending,
    Authorized,
    Paid,
    Failed,
    Canceled,
    Expired,
}

/// <summary>What shall be paid, once: the key makes a repeat within the provider's memory the same payment.</summary>
/// <param name="Intent">Comes back with every read, so that a lost answer is found.</param>
[GenerateSerializer, Immutable, Alias("NewProviderPayment")]
public sealed record NewProviderPayment(
    [property: Id(0)] PaymentId Intent,
    [property: Id(1)] int Attempt,
    [property: Id(2)] string IdempotencyKey,
    [property: Id(3)] Money Amount,
    [property: Id(4)] string Description,
    [property: Id(5)] string Locale
);

/// <summary>A payment as the provider has it.</summary>
/// <param name="Euros">False: another currency; the amount means nothing then.</param>
/// <param name="Intent">Ours, if it is one of ours.</param>
[GenerateSerializer, Immutable, Alias("ProviderPayment")]
public sealed record ProviderPayment(
    [property: Id(0)] string Id,
    [property: Id(1)] ProviderPaymentStatus Status,
    [property: Id(2)] Money Amount,
    [property: Id(3)] bool Euros,
    [property: Id(4)] string? Method,
    [property: Id(5)] string? CheckoutUrl,
    [property: Id(6)] DateTimeOffset? ExpiresAt,
    [property: Id(7)] PaymentId? Intent,
    [property: Id(8)] int Attempt
);

/// <summary>A payment provider in our words.</summary>
public interface IPayments
{
    Task<Outcome<ProviderPayment>> Create(NewProviderPayment payment);

    /// <summary>Refused(Missing): the provider knows no such payment.</summary>
    Task<Outcome<ProviderPayment>> Read(string id);

    /// <summary>Payments of the last days that carry this intent.</summary>
    Task<Outcome<ProviderPayment[]>> FindByIntent(PaymentId intent);
}
