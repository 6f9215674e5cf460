namespace Elizon.Payments;

/// <summary>What a payment is for.</summary>
[GenerateSerializer, Alias("PaymentPurpose")]
public enum PaymentPurpose
{
    TopUp,
    Invoice,

    /// <summary>Proves a method that the customer wants to keep; nothing is bought and nothing booked.</summary>
    SavedMethod,
}

/// <summary>How the payer takes part.</summary>
[GenerateSerializer, Alias("PaymentSequence")]
public enum PaymentSequence
{
    /// <summary>Pays once, at an address.</summary>
    Once,

    /// <summary>Pays at an address and leaves a mandate for later.</summary>
    First,

    /// <summary>Is not there: the money is collected by a mandate.</summary>
    Recurring,
}

/// <summary>The intent to pay one amount once. Its id derives from the operation that made it.</summary>
/// <param name="Invoice">The invoice to be paid; null for a top-up.</param>
/// <param name="Description">For the payer's statement; our reference first, at most 255 characters.</param>
[GenerateSerializer, Immutable, Alias("PaymentIntent")]
public sealed record PaymentIntent(
    [property: Id(0)] PaymentId Id,
    [property: Id(1)] AccountId Account,
    [property: Id(2)] Money Amount,
    [property: Id(3)] PaymentPurpose Purpose,
    [property: Id(4)] InvoiceId? Invoice,
    [property: Id(5)] string Description,
    [property: Id(6)] string Locale
)
{
    [Id(7)]
    public PaymentSequence Sequence { get; init; }

    /// <summary>What to collect by; null: the account's chosen method at that moment.</summary>
    [Id(8)]
    public MandateId? Mandate { get; init; }

    /// <summary>The one method that the payer may use, in the provider's word; null: any.</summary>
    [Id(9)]
    public string? Method { get; init; }
}

/// <summary>A payment as customers see it.</summary>
/// <param name="Status">OPEN, PENDING, PAID, FAILED, CANCELED, EXPIRED.</param>
/// <param name="CheckoutUrl">Where to pay, while it can still be paid.</param>
[GenerateSerializer, Immutable, Alias("PaymentView")]
public sealed record PaymentView(
    [property: Id(0)] PaymentId Id,
    [property: Id(1)] string Status,
    [property: Id(2)] Money Amount,
    [property: Id(3)] PaymentPurpose Purpose,
    [property: Id(4)] InvoiceId? Invoice,
    [property: Id(5)] string? CheckoutUrl,
    [property: Id(6)] DateTimeOffset CreatedAt
);

/// <summary>
/// Starts payments at the payment provider: stores the intent, calls outside any owner's turn, reports back. The same
/// intent started again gives the same payment, or a new attempt when the last one can no longer be paid. Stateless.
/// </summary>
[Alias("IPaymentStarter")]
public interface IPaymentStarter : IGrainWithIntegerKey
{
    /// <exception cref="Refusal">ProviderDown when the provider cannot be reached; the intent stays and is looked up before it is repeated.</exception>
    [Alias("Start")]
    Task<PaymentView> Start(PaymentIntent intent);
}

/// <summary>The only way to the grains of this feature.</summary>
public static class PaymentsGrainFactory
{
    public static IPaymentStarter PaymentStarter(this IGrainFactory grains) =>
        grains.GetGrain<IPaymentStarter>(0);

    public static IPaymentGrain Payment(this IGrainFactory grains, PaymentId id) =>
        grains.GetGrain<IPaymentGrain>(id.Value);

    public static IPaymentNotices PaymentNotices(this IGrainFactory grains) =>
        grains.GetGrain<IPaymentNotices>(0);

    public static IPaymentMethods PaymentMethods(this IGrainFactory grains) =>
        grains.GetGrain<IPaymentMethods>(0);

    public static IPaymentReader PaymentReader(this IGrainFactory grains) =>
        grains.GetGrain<IPaymentReader>(0);

    public static IRefundDesk RefundDesk(this IGrainFactory grains) =>
        grains.GetGrain<IRefundDesk>(0);

    public static IStaffAccount StaffAccount(this IGrainFactory grains, AccountId id) =>
        grains.GetGrain<IStaffAccount>(id.Value);
}
