using System.Globalization;
using Elizon.Sandbox.Control;
using Elizon.Sandbox.Mollie.Chargebacks;
using Elizon.Sandbox.Mollie.Payments;
using Elizon.Sandbox.Mollie.Refunds;
using Elizon.Sandbox.Mollie.Webhooks;

namespace Elizon.Sandbox.Mollie;

/// <summary>The tables of Mollie's control page: the newest rows of each kind.</summary>
internal sealed class MollieState(
    PaymentBook payments,
    RefundBook refunds,
    ChargebackBook chargebacks,
    WebhookQueue webhooks
)
{
    private const int Shown = 50;

    public IReadOnlyList<StateTable> Tables() =>
        [
            new StateTable(
                "Payments",
                ["Payment", "World", "Status", "Amount", "Description", "Method", "Created"],
                [.. payments.All.Reverse().Take(Shown).Select(Row)]
            ),
            new StateTable(
                "Webhooks",
                ["Payment", "Announces", "State", "Attempts", "Next", "To"],
                [.. webhooks.Waiting.Concat(webhooks.History.Reverse()).Take(Shown).Select(Row)]
            ),
            new StateTable(
                "Refunds",
                ["Payment", "Refund", "Status", "Amount", "Created"],
                [.. refunds.All.Reverse().Take(Shown).Select(Row)]
            ),
            new StateTable(
                "Chargebacks",
                ["Payment", "Chargeback", "Reason", "Amount", "Created", "Reversed"],
                [.. chargebacks.All.Reverse().Take(Shown).Select(Row)]
            ),
        ];

    private static StateRow Row(Payment payment) =>
        new(
            [
                payment.Id,
                payment.World,
                payment.Status.Word(),
                payment.Amount.ToString(),
                payment.Description,
                payment.Method ?? "–",
                Time(payment.CreatedAt),
            ],
            Page(payment.Id)
        );

    private static StateRow Row(Refund refund) =>
        new(
            [
                refund.PaymentId,
                refund.Id,
                refund.Status.Word(),
                refund.Amount.ToString(),
                Time(refund.CreatedAt),
            ],
            Page(refund.PaymentId)
        );

    private static StateRow Row(Chargeback chargeback) =>
        new(
            [
                chargeback.PaymentId,
                chargeback.Id,
                chargeback.Reason ?? "–",
                chargeback.Amount.ToString(),
                Time(chargeback.CreatedAt),
                chargeback.ReversedAt is { } at ? Time(at) : "–",
            ],
            Page(chargeback.PaymentId)
        );

    private static StateRow Row(WebhookDelivery delivery)
    {
        var last = delivery.Attempts is [.., var latest] ? latest : null;
        var outcome = last is null
            ? "new"
            : last.Status?.ToString(CultureInfo.InvariantCulture) ?? last.Error ?? string.Empty;
        return new StateRow(
            [
                delivery.PaymentId,
                delivery.Reason,
                outcome,
                delivery.Attempts.Count.ToString(CultureInfo.InvariantCulture),
                delivery.Delivered ? "–" : Time(delivery.NextAt),
                delivery.Url,
            ],
            Page(delivery.PaymentId)
        );
    }

    private static string Page(string paymentId) => $"{MollieLinks.CheckoutPath}/{paymentId}";

    private static string Time(DateTimeOffset at) => at.ToString("u", CultureInfo.InvariantCulture);
}
