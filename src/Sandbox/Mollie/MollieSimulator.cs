using System.Globalization;
using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Mollie.Payments;
using Elizon.Sandbox.Mollie.Webhooks;

namespace Elizon.Sandbox.Mollie;

/// <summary>Mollie on the control page and in the call log.</summary>
internal sealed class MollieSimulator(PaymentBook book, WebhookQueue queue, MollieWorker worker)
    : ISimulator
{
    public const string SimulatorName = "mollie";
    private const int Shown = 50;

    public string Name => SimulatorName;

    public string Title => "Mollie payments";

    public string Summary =>
        "The v2 payments API at /mollie/v2, the checkout page that payers see, and webhooks with Mollie's own schedule.";

    public PendingWork Pending => new(worker.Running, worker.NextDue);

    public bool Owns(HttpContext context) =>
        context.Listener().Surface == Surface.Control
        && context.Request.Path.StartsWithSegments(MollieLinks.ApiPath, StringComparison.Ordinal);

    public IReadOnlyList<StateTable> State() =>
        [
            new StateTable(
                "Payments",
                ["Payment", "World", "Status", "Amount", "Description", "Method", "Created"],
                [.. book.All.Reverse().Take(Shown).Select(Row)]
            ),
            new StateTable(
                "Webhooks",
                ["Payment", "Announces", "State", "Attempts", "Next", "To"],
                [.. queue.Waiting.Concat(queue.History.Reverse()).Take(Shown).Select(Row)]
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
                payment.CreatedAt.ToString("u", CultureInfo.InvariantCulture),
            ],
            $"{MollieLinks.CheckoutPath}/{payment.Id}"
        );

    private static StateRow Row(WebhookDelivery delivery)
    {
        var last = delivery.Attempts is [.., var latest] ? latest : null;
        var outcome = last is null
            ? "new"
            : last.Status?.ToString(CultureInfo.InvariantCulture) ?? last.Error ?? "";
        var next = delivery.Delivered
            ? "–"
            : delivery.NextAt.ToString("u", CultureInfo.InvariantCulture);
        var attempts = delivery.Attempts.Count.ToString(CultureInfo.InvariantCulture);
        return new StateRow([
            delivery.PaymentId,
            delivery.Reason,
            outcome,
            attempts,
            next,
            delivery.Url,
        ]);
    }
}
