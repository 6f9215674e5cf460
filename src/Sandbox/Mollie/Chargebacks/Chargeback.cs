namespace Elizon.Sandbox.Mollie.Chargebacks;

/// <param name="Reason">The bank's code (SEPA), e.g. <c>AC01</c>, or null.</param>
/// <param name="ReversedAt">When the bank took it back.</param>
internal sealed record Chargeback(
    string Id,
    string World,
    string PaymentId,
    Amount Amount,
    string? Reason,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ReversedAt
);
