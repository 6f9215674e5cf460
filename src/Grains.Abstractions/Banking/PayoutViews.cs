namespace Elizon.Banking;

/// <summary>A payout. Personal data.</summary>
/// <param name="Account">Whose balance it comes from; null for a transfer that is sent back.</param>
/// <param name="File">The one file it is in.</param>
[GenerateSerializer, Immutable, Alias("PayoutView")]
public sealed record PayoutView(
    [property: Id(0)] PayoutId Id,
    [property: Id(1)] AccountId? Account,
    [property: Id(2)] string Holder,
    [property: Id(3)] string Iban,
    [property: Id(4)] Money Amount,
    [property: Id(5)] string Text,
    [property: Id(6)] PayoutStatus Status,
    [property: Id(7)] PayoutFileId? File,
    [property: Id(8)] DateTimeOffset RequestedAt,
    [property: Id(9)] DateTimeOffset? SettledAt,
    [property: Id(10)] string? Reason
);

/// <summary>A file of payouts.</summary>
[GenerateSerializer, Immutable, Alias("PayoutFileView")]
public sealed record PayoutFileView(
    [property: Id(0)] PayoutFileId Id,
    [property: Id(1)] int Payouts,
    [property: Id(2)] Money Sum,
    [property: Id(3)] DateTimeOffset CreatedAt
);
