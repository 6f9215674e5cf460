using Elizon.Payments;

namespace Elizon.Grains.Providers;

/// <summary>Where a mandate stands.</summary>
[GenerateSerializer, Alias("MandateStatus")]
public enum MandateStatus
{
    Valid,

    /// <summary>Its first payment is not final yet.</summary>
    Pending,
    Invalid,
}

/// <summary>A mandate as the provider has it.</summary>
/// <param name="Label">What its owner knows it by, shortened: never a whole account number.</param>
[GenerateSerializer, Immutable, Alias("ProviderMandate")]
public sealed record ProviderMandate(
    [property: Id(0)] MandateId Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] MandateStatus Status,
    [property: Id(3)] string Label,
    [property: Id(4)] string? Reference,
    [property: Id(5)] DateTimeOffset CreatedAt
);

/// <summary>A payer to be made known, once.</summary>
internal sealed record NewPayer(
    AccountId Account,
    string Name,
    string Email,
    string Locale,
    string IdempotencyKey
);

/// <summary>A mandate over a bank account, given in writing on our pages.</summary>
internal sealed record NewDirectDebit(
    string Holder,
    string Iban,
    string Reference,
    string IdempotencyKey
);

/// <summary>Payers and their mandates at the payment provider.</summary>
internal interface IPayers
{
    /// <returns>The provider's id of the payer.</returns>
    Task<Outcome<string>> Create(NewPayer payer, CancellationToken cancellation = default);

    /// <summary>Payers of this account made after <paramref name="since"/>, for when an answer was lost.</summary>
    Task<Outcome<string[]>> Find(
        AccountId account,
        DateTimeOffset since,
        CancellationToken cancellation = default
    );

    Task<Outcome<ProviderMandate[]>> Mandates(
        string payer,
        CancellationToken cancellation = default
    );

    Task<Outcome<ProviderMandate>> AddDirectDebit(
        string payer,
        NewDirectDebit debit,
        CancellationToken cancellation = default
    );

    /// <summary>Done also when it was revoked before.</summary>
    Task<Outcome<Nothing>> Revoke(
        string payer,
        MandateId mandate,
        CancellationToken cancellation = default
    );
}
