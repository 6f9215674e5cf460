using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Control;

internal sealed record ClockMove(double AdvanceSeconds)
{
    public const double MostSeconds = 10d * 365 * 24 * 3600;
}

internal sealed record ClockView(DateTimeOffset Now, double OffsetSeconds)
{
    public static ClockView Of(SandboxClock clock) =>
        new(clock.GetUtcNow(), clock.Offset.TotalSeconds);
}

internal sealed record AddressesView(Uri Control, Uri Panel, IReadOnlyList<Uri> Nodes, int SmtpPort)
{
    public static AddressesView Of(SandboxAddresses addresses) =>
        new(addresses.Control, addresses.Panel, addresses.Nodes, addresses.SmtpPort);
}

internal sealed record CallsView(long Total, IReadOnlyList<LoggedCall> Calls);

/// <param name="Quiet">Nothing runs right now; what is left waits for the clock.</param>
internal sealed record PendingView(
    bool Quiet,
    DateTimeOffset? NextDue,
    IReadOnlyList<SimulatorPending> Simulators
)
{
    public static PendingView Of(IEnumerable<ISimulator> simulators)
    {
        var each = simulators.Select(s => (s.Name, s.Pending)).ToList();
        return new PendingView(
            each.TrueForAll(s => s.Pending.Running == 0),
            each.Min(s => s.Pending.NextDue),
            [
                .. each.Select(s => new SimulatorPending(
                    s.Name,
                    s.Pending.Running,
                    s.Pending.NextDue
                )),
            ]
        );
    }
}

internal sealed record SimulatorPending(string Simulator, int Running, DateTimeOffset? NextDue);

internal sealed record ControlError(string Error)
{
    public static IResult BadRequest(string error) => Results.BadRequest(new ControlError(error));

    public static IResult Conflict(string error) => Results.Conflict(new ControlError(error));

    public static IResult NotFound(string error) => Results.NotFound(new ControlError(error));
}
