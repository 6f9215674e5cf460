namespace Elizon.Sandbox.Mollie.Payments;

/// <summary>What the payer, or a test in the payer's place, makes of a payment.</summary>
/// <param name="Method">The method chosen; else the payment's own, the first allowed one, or a card.</param>
/// <param name="Country">Payer's country, ISO 3166 alpha-2; <c>DE</c> when left out.</param>
/// <param name="FailureReason">A card's <c>failureReason</c> or a direct debit's bank reason code.</param>
internal sealed record Decision(
    PaymentStatus Status,
    string? Method = null,
    string? Country = null,
    string? FailureReason = null
);
