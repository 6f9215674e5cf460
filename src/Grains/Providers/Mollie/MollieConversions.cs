using Elizon.Grains.Providers.Mollie.Wire;
using Elizon.Payments;

namespace Elizon.Grains.Providers.Mollie;

/// <summary>From Mollie's words to ours.</summary>
internal static class MollieConversions
{
    public static ProviderPayment ToPayment(this MolliePayment payment) =>
        new(
            payment.Id,
            PaymentStatus(payment.Status),
            payment.Amount.ToMoney(),
            payment.Amount.IsEuros,
            payment.Method,
            payment.Links?.Checkout?.Href,
            payment.ExpiresAt,
            payment.Metadata.Text("intentId") is { } intent && IdText.IsValid(intent)
                ? PaymentId.Of(intent)
                : null,
            payment.Metadata.Number("attempt")
        )
        {
            CreatedAt = payment.CreatedAt,
            World = payment.Mode ?? "test",
            Reason =
                payment.Details.Text("failureReason") ?? payment.Details.Text("bankReasonCode"),
            Refunded = payment.AmountRefunded?.ToMoney() ?? Money.Zero,
            ChargedBack = payment.AmountChargedBack?.ToMoney() ?? Money.Zero,
            Refunds = [.. (payment.Embedded?.Refunds ?? []).Select(ToRefund)],
            Chargebacks = [.. (payment.Embedded?.Chargebacks ?? []).Select(ToChargeback)],
        };

    public static ProviderRefund ToRefund(this MollieRefund refund) =>
        new(
            refund.Id,
            refund.Status switch
            {
                "queued" => ProviderRefundStatus.Queued,
                "processing" => ProviderRefundStatus.Processing,
                "refunded" => ProviderRefundStatus.Refunded,
                "failed" => ProviderRefundStatus.Failed,
                "canceled" => ProviderRefundStatus.Canceled,
                _ => ProviderRefundStatus.Pending,
            },
            refund.Amount.ToMoney(),
            refund.Metadata.Text("refundId") is { } id && IdText.IsValid(id)
                ? RefundId.Of(id)
                : null
        );

    public static ProviderMandate ToMandate(this MollieMandate mandate) =>
        new(
            MandateId.Of(mandate.Id),
            mandate.Method,
            mandate.Status switch
            {
                "valid" => MandateStatus.Valid,
                "pending" => MandateStatus.Pending,
                _ => MandateStatus.Invalid,
            },
            Label(mandate),
            mandate.Reference,
            mandate.CreatedAt ?? DateTimeOffset.UnixEpoch
        );

    private static ProviderChargeback ToChargeback(this MollieChargeback chargeback) =>
        new(
            chargeback.Id,
            chargeback.Amount.ToMoney(),
            chargeback.Reason?.Code,
            chargeback.ReversedAt is not null
        );

    /// <summary>A word that is not in the sheet is not final: it is read again.</summary>
    private static ProviderPaymentStatus PaymentStatus(string word) =>
        word switch
        {
            "paid" => ProviderPaymentStatus.Paid,
            "failed" => ProviderPaymentStatus.Failed,
            "canceled" => ProviderPaymentStatus.Canceled,
            "expired" => ProviderPaymentStatus.Expired,
            "authorized" => ProviderPaymentStatus.Authorized,
            "pending" => ProviderPaymentStatus.Pending,
            _ => ProviderPaymentStatus.Open,
        };

    private static string Label(MollieMandate mandate)
    {
        if (mandate.Method == "creditcard")
            return $"{mandate.Details.Text("cardLabel") ?? "Card"} •••• {mandate.Details.Text("cardNumber")}";
        var account = mandate.Details.Text("consumerAccount") ?? "";
        return account.Contains('@', StringComparison.Ordinal)
                ? $"{account[0]}•••{account[account.IndexOf('@', StringComparison.Ordinal)..]}"
            : account.Length > 8 ? $"{account[..4]} •••• {account[^4..]}"
            : account;
    }
}
