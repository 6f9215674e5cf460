using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Time;
using Microsoft.AspNetCore.DataProtection;

namespace Elizon.Sandbox.Control;

/// <summary>The control API: clock, quiet, faults, call logs, addresses. Open to anyone who reaches the port: loopback only.</summary>
internal static class ControlEndpoints
{
    private const int MostWaitSeconds = 60;
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(10);

    public static void AddControl(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // The pages keep no secret; without this the framework would write keys into the user's home.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }

    public static void MapControl(this IEndpointRouteBuilder app)
    {
        var root = app.MapSurface(Surface.Control);
        root.MapPages();

        var control = root.MapGroup("/control");
        control.MapGet(
            "/addresses",
            (SandboxAddresses addresses) => Results.Ok(AddressesView.Of(addresses))
        );
        control.MapGet("/clock", (SandboxClock clock) => Results.Ok(ClockView.Of(clock)));
        control.MapPost("/clock", MoveClock);
        control.MapGet("/pending", ShowPending);
        control.MapGet("/calls/{simulator}", ReadCalls);
        control.MapDelete("/calls/{simulator}", ClearCalls);
        control.MapFaults();
    }

    private static IResult MoveClock(ClockMove move, SandboxClock clock)
    {
        if (
            !double.IsFinite(move.AdvanceSeconds)
            || move.AdvanceSeconds is < 0 or > ClockMove.MostSeconds
        )
            return ControlError.BadRequest(
                "advanceSeconds must be between 0 and ten years; time never runs back."
            );
        clock.Advance(TimeSpan.FromSeconds(move.AdvanceSeconds));
        return Results.Ok(ClockView.Of(clock));
    }

    // With waitSeconds the answer comes once all is quiet, or when the patience ends.
    private static async Task<IResult> ShowPending(
        IEnumerable<ISimulator> simulators,
        CancellationToken cancellationToken,
        int waitSeconds = 0
    )
    {
        if (waitSeconds is < 0 or > MostWaitSeconds)
            return ControlError.BadRequest($"waitSeconds must be between 0 and {MostWaitSeconds}.");
        // The machine's own time on purpose: who waits here sits at a socket, whatever clock the sandbox was given.
        var view = PendingView.Of(simulators);
        var looks = TimeSpan.FromSeconds(waitSeconds) / LookAgainAfter;
        for (var look = 0; look < looks && !view.Quiet; look++)
        {
            await Task.Delay(LookAgainAfter, cancellationToken);
            view = PendingView.Of(simulators);
        }
        return Results.Ok(view);
    }

    private static IResult ReadCalls(
        string simulator,
        CallLog log,
        IEnumerable<ISimulator> simulators
    )
    {
        if (simulators.All(known => known.Name != simulator))
            return ControlError.NotFound($"There is no simulator '{simulator}'.");
        var (total, calls) = log.Read(simulator);
        return Results.Ok(new CallsView(total, calls));
    }

    private static IResult ClearCalls(string simulator, CallLog log)
    {
        log.Clear(simulator);
        return Results.NoContent();
    }
}
