using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;

namespace Elizon.Sandbox.Mollie;

/// <summary>Mollie on the control page and in the call log.</summary>
internal sealed class MollieSimulator(MollieState state, MollieWorker worker) : ISimulator
{
    public const string SimulatorName = "mollie";

    public string Name => SimulatorName;

    public string Title => "Mollie payments";

    public string Summary =>
        "The v2 API at /mollie/v2 (payments, customers, mandates, refunds, chargebacks), the checkout page that payers see, "
        + "and webhooks with Mollie's own schedule.";

    public PendingWork Pending => new(worker.Running, worker.NextDue);

    public bool Owns(HttpContext context) =>
        context.Listener().Surface == Surface.Control
        && context.Request.Path.StartsWithSegments(
            MollieLinks.ApiPath,
            StringComparison.OrdinalIgnoreCase
        );

    public IReadOnlyList<StateTable> State() => state.Tables();
}
