namespace Elizon.Sandbox.Mollie.Payments;

/// <summary>The status machine: pure, one place.</summary>
internal static class PaymentRules
{
    private static readonly Dictionary<PaymentStatus, PaymentStatus[]> Transitions = new()
    {
        [PaymentStatus.Open] =
        [
            PaymentStatus.Pending,
            PaymentStatus.Authorized,
            PaymentStatus.Paid,
            PaymentStatus.Failed,
            PaymentStatus.Canceled,
            PaymentStatus.Expired,
        ],
        [PaymentStatus.Pending] =
        [
            PaymentStatus.Paid,
            PaymentStatus.Failed,
            PaymentStatus.Canceled,
            PaymentStatus.Expired,
        ],
        [PaymentStatus.Authorized] =
        [
            PaymentStatus.Paid,
            PaymentStatus.Canceled,
            PaymentStatus.Expired,
        ],
    };

    /// <summary>Final: paid, failed, canceled, expired.</summary>
    public static bool IsFinal(this Payment payment) => !Transitions.ContainsKey(payment.Status);

    /// <summary>Whether the payer can still do something at the checkout.</summary>
    public static bool IsPayable(this Payment payment) =>
        payment.SequenceType != SequenceTypes.Recurring
        && payment.Status is PaymentStatus.Open or PaymentStatus.Pending;

    public static bool MayBecome(this Payment payment, PaymentStatus status) =>
        Transitions.TryGetValue(payment.Status, out var next) && next.Contains(status);

    public static bool IsOverdue(this Payment payment, DateTimeOffset now) =>
        payment.ExpiresAt <= now && payment.MayBecome(PaymentStatus.Expired);

    /// <summary>Old-style webhooks are sent for these; open and pending are silent.</summary>
    public static bool IsAnnounced(PaymentStatus status) =>
        status is not (PaymentStatus.Open or PaymentStatus.Pending);

    /// <exception cref="IllegalTransition">When the status machine has no such arrow.</exception>
    public static Payment Become(this Payment payment, PaymentStatus status, DateTimeOffset now)
    {
        if (!payment.MayBecome(status))
            throw new IllegalTransition(payment, status);
        var after = payment with
        {
            Status = status,
            PaidAt = status == PaymentStatus.Paid ? now : payment.PaidAt,
            AuthorizedAt = status == PaymentStatus.Authorized ? now : payment.AuthorizedAt,
            FailedAt = status == PaymentStatus.Failed ? now : payment.FailedAt,
            CanceledAt = status == PaymentStatus.Canceled ? now : payment.CanceledAt,
            ExpiredAt = status == PaymentStatus.Expired ? now : payment.ExpiredAt,
        };
        return after.IsFinal() ? after with { ExpiresAt = null, Planned = null } : after;
    }
}

internal sealed class IllegalTransition(Payment payment, PaymentStatus wanted)
    : Exception(
        $"Payment {payment.Id} is {payment.Status.Word()} and cannot become {wanted.Word()}."
    );
