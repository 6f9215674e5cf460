using Elizon.Sandbox.Control;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>Runs one call: switches at the door, gates, the route itself, the answer.</summary>
internal sealed class PanelEndpoint(PanelContext panel, PanelGate gate, ILogger<PanelEndpoint> log)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LostAnswer = TimeSpan.FromSeconds(15);
    private const int DefaultHtmlStatus = 502;
    private const int DefaultRetryAfter = 60;

    public async Task Run(HttpContext http, PanelRoute route)
    {
        try
        {
            if (await Doorstep(http, route))
                return;
            var call = await gate.Pass(http, route);
            var answer = await route.Handle(call, panel);
            if (!await AnswerIsLost(http, route))
                await answer.Write(http.Response);
        }
        catch (PanelFailure failure)
        {
            await PanelErrors.Write(http, failure);
        }
        catch (Exception fault)
            when (fault is not OperationCanceledException && !http.Response.HasStarted)
        {
            PanelEndpointLog.Failed(log, fault, route.Name);
            await PanelErrors.Write(http, PanelFailures.Internal());
        }
    }

    /// <summary>True when a switch answered instead of the panel.</summary>
    private async Task<bool> Doorstep(HttpContext http, PanelRoute route)
    {
        if (panel.Faults.Take(PterodactylFault.HttpSlow, route.Name) is { } slow)
            await Wait(slow.DelayOr(Slow), http);
        if (panel.Faults.Take(PterodactylFault.Http500, route.Name) is not null)
            throw PanelFailures.Internal();
        if (panel.Faults.Take(PterodactylFault.Http429, route.Name) is { } limited)
        {
            var seconds = FaultSwitches.Number(limited, DefaultRetryAfter);
            throw new PanelFailure(429, "ThrottleRequestsException", "Too Many Attempts.")
            {
                RetryAfterSeconds = seconds,
            };
        }
        if (panel.Faults.Take(PterodactylFault.HttpHtml, route.Name) is not { } html)
            return false;
        http.Response.StatusCode = FaultSwitches.Number(html, DefaultHtmlStatus);
        http.Response.ContentType = "text/html";
        await http.Response.WriteAsync(
            "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>",
            http.RequestAborted
        );
        return true;
    }

    private async Task<bool> AnswerIsLost(HttpContext http, PanelRoute route)
    {
        if (panel.Faults.Take(PterodactylFault.HttpCut, route.Name) is not null)
        {
            http.Cut();
            return true;
        }
        if (panel.Faults.Take(PterodactylFault.HttpLostAnswer, route.Name) is not { } lost)
            return false;
        await Wait(lost.DelayOr(LostAnswer), http);
        throw PanelFailures.DaemonSilent();
    }

    private Task Wait(TimeSpan delay, HttpContext http) =>
        Task.Delay(delay, panel.Clock.Real, http.RequestAborted);
}

internal static partial class PanelEndpointLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Route} failed")]
    public static partial void Failed(ILogger logger, Exception fault, string route);
}
