namespace Elizon.Payments;

/// <summary>A method that money can be collected by.</summary>
/// <param name="Kind">"creditcard", "paypal" or "directdebit".</param>
/// <param name="Status">VALID, PENDING or INVALID.</param>
/// <param name="Label">What the owner knows it by: the card's brand and last four digits, the account's first and last four.</param>
/// <param name="Reference">The mandate's reference, as on statements.</param>
/// <param name="Chosen">Renewals and automatic top-ups use this one.</param>
[GenerateSerializer, Immutable, Alias("PaymentMethodView")]
public sealed record PaymentMethodView(
    [property: Id(0)] MandateId Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Status,
    [property: Id(3)] string Label,
    [property: Id(4)] string? Reference,
    [property: Id(5)] bool Chosen,
    [property: Id(6)] DateTimeOffset CreatedAt
);

/// <summary>What a customer can save.</summary>
[GenerateSerializer, Alias("SavableMethod")]
public enum SavableMethod
{
    CreditCard,
    Paypal,
    DirectDebit,
}

/// <summary>A method to be saved.</summary>
/// <param name="Holder">Whose account; with direct debit.</param>
/// <param name="Iban">With direct debit.</param>
[GenerateSerializer, Immutable, Alias("NewMethod")]
public sealed record NewMethod(
    [property: Id(0)] SavableMethod Kind,
    [property: Id(1)] string? Holder,
    [property: Id(2)] string? Iban
);

/// <summary>The saved method, or where its owner proves it.</summary>
[GenerateSerializer, Immutable, Alias("AddedMethod")]
public sealed record AddedMethod(
    [property: Id(0)] PaymentMethodView? Method,
    [property: Id(1)] PaymentView? Payment
);

/// <summary>A customer's saved methods. Stateless.</summary>
[Alias("IPaymentMethods")]
public interface IPaymentMethods : IGrainWithIntegerKey
{
    /// <summary>As the provider has them; what was last seen when it cannot be reached.</summary>
    [Alias("List")]
    Task<PaymentMethodView[]> List(Caller by);

    /// <summary>Direct debit is saved at once; card and PayPal by a payment of 0.00 at the provider's page.</summary>
    /// <exception cref="Refusal">Invalid, ProviderDown.</exception>
    [Alias("Add")]
    Task<AddedMethod> Add(NewMethod method, Caller by);

    /// <exception cref="Refusal">NotFound, ProviderDown.</exception>
    [Alias("Remove")]
    Task Remove(MandateId method, Caller by);

    /// <summary>Collections use this one from now on.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    [Alias("Choose")]
    Task<PaymentMethodView> Choose(MandateId method, Caller by);
}
