namespace Elizon.Sandbox.Mollie.Refunds;

/// <summary>The life of a refund: queued → pending (2 h, can be cancelled) → processing (a day) → refunded or failed.</summary>
internal static class RefundRules
{
    /// <summary>How long the merchant's balance stays empty (fault <c>refund.queued</c>).</summary>
    private static readonly TimeSpan Queued = TimeSpan.FromDays(1);
    private static readonly TimeSpan Pending = TimeSpan.FromHours(2);
    private static readonly TimeSpan Processing = TimeSpan.FromDays(1);

    public static readonly TimeSpan DuplicateWindow = TimeSpan.FromHours(1);

    public static string Word(this RefundStatus status) =>
        status switch
        {
            RefundStatus.Queued => "queued",
            RefundStatus.Pending => "pending",
            RefundStatus.Processing => "processing",
            RefundStatus.Refunded => "refunded",
            RefundStatus.Failed => "failed",
            RefundStatus.Canceled => "canceled",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    public static Refund Begin(this Refund refund, bool queued, DateTimeOffset now) =>
        queued
            ? refund with
            {
                Status = RefundStatus.Queued,
                NextAt = now + Queued,
            }
            : refund with
            {
                Status = RefundStatus.Pending,
                NextAt = now + Pending,
            };

    public static bool MayBeCanceled(this Refund refund) =>
        refund.Status is RefundStatus.Queued or RefundStatus.Pending;

    /// <summary>The refund after the step that is due.</summary>
    public static Refund Step(this Refund refund, DateTimeOffset now) =>
        refund.Status switch
        {
            RefundStatus.Queued => refund with
            {
                Status = RefundStatus.Pending,
                NextAt = now + Pending,
            },
            RefundStatus.Pending => refund with
            {
                Status = RefundStatus.Processing,
                NextAt = now + Processing,
            },
            RefundStatus.Processing => refund with
            {
                Status = refund.Fails ? RefundStatus.Failed : RefundStatus.Refunded,
                NextAt = null,
            },
            _ => refund with { NextAt = null },
        };

    /// <summary>The payment's webhook is called for these.</summary>
    public static bool IsAnnounced(this Refund refund) =>
        refund.Status is RefundStatus.Processing or RefundStatus.Refunded or RefundStatus.Failed;
}
