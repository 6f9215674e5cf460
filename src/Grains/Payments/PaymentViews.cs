using Elizon.Grains.Providers;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>From state to what others see.</summary>
internal static class PaymentViews
{
    public static PaymentView ToView(PaymentState payment)
    {
        var intent = payment.Intent!;
        var last =
            payment.Attempts.LastOrDefault(a => !a.IsFinal) ?? payment.Attempts.LastOrDefault();
        return new PaymentView(
            intent.Id,
            Status(payment),
            intent.Amount,
            intent.Purpose,
            intent.Invoice,
            last is { IsFinal: false } ? last.CheckoutUrl : null,
            payment.CreatedAt
        );
    }

    public static string Status(PaymentState payment)
    {
        if (payment.IsPaid)
            return "PAID";
        return payment.Attempts.LastOrDefault() switch
        {
            { NeverMade: true } => "FAILED",
            { Status: ProviderPaymentStatus.Authorized or ProviderPaymentStatus.Pending } =>
                "PENDING",
            { Status: { } status } => status.ToString().ToUpperInvariant(),
            _ => "OPEN",
        };
    }

    public static StaffPaymentView ToStaffView(PaymentState payment)
    {
        var intent = payment.Intent!;
        return new StaffPaymentView(
            intent.Id,
            intent.Account,
            Status(payment),
            intent.Amount,
            intent.Purpose,
            intent.Invoice,
            intent.Sequence,
            payment.CreatedAt,
            [.. payment.Attempts.Select(a => ToView(payment, a))],
            [.. payment.Refunds.Select(ToView)],
            [
                .. payment.Chargebacks.Select(c => new ChargebackView(
                    c.Id,
                    c.Amount,
                    c.Reason,
                    c.Reversed
                )),
            ]
        );
    }

    private static RefundView ToView(PaymentRefund refund) =>
        new(
            refund.Id,
            refund.Amount,
            refund.To,
            refund.Status?.ToString().ToUpperInvariant() ?? "REQUESTED",
            refund.CreatedAt
        );

    private static PaymentAttemptView ToView(PaymentState payment, PaymentAttempt attempt) =>
        new(
            attempt.Number,
            attempt.ProviderId,
            attempt.NeverMade ? "NOT_MADE" : attempt.Status?.ToString().ToUpperInvariant(),
            attempt.Method,
            attempt.Reason,
            attempt.ProviderId is { } id ? Aftermath.Left(payment, id) : Money.Zero,
            attempt.CreatedAt
        );
}
