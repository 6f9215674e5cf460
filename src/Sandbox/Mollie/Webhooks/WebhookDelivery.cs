namespace Elizon.Sandbox.Mollie.Webhooks;

/// <summary>A call to the merchant's webhook that is due, or (in the history) that was delivered or given up.</summary>
/// <param name="Reason">The status or event it announces; not part of the call, which carries the id alone.</param>
/// <param name="Held">Waits until a later delivery was made (fault <c>webhook.reorder</c>), at most until <paramref name="NextAt"/>.</param>
internal sealed record WebhookDelivery(
    string Id,
    string PaymentId,
    string Url,
    string Reason,
    DateTimeOffset CreatedAt,
    DateTimeOffset NextAt,
    bool Held,
    IReadOnlyList<WebhookAttempt> Attempts
)
{
    public bool Delivered => Attempts is [.., { Status: 200 }];
}

/// <param name="Status">The merchant's HTTP status, or null when there was none.</param>
/// <param name="Error">Why there was none.</param>
internal sealed record WebhookAttempt(DateTimeOffset At, int? Status, string? Error);
