using Elizon.Consoles;
using Elizon.Services;
using Microsoft.AspNetCore.Http.Features;

namespace Elizon.Api.Consoles;

/// <summary>The live stream of a console (design, section 8).</summary>
internal static class ConsoleStreams
{
    /// <summary>
    /// Refusals come before the first byte, as an envelope; from then on everything is an event. <c>Last-Event-ID</c>, or the
    /// query parameter <c>lastEventId</c> for clients that cannot set headers, resumes.
    /// </summary>
    public static async Task Stream(
        ServiceId id,
        HttpContext http,
        Caller caller,
        IGrainFactory grains,
        ConsoleHub hub
    )
    {
        var binding = await grains.Service(id).OpenConsole(caller);
        var response = http.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // Proxies must pass events on as they come.
        response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var after = ConsolePosition.Parse(
            http.Request.Headers["Last-Event-ID"].FirstOrDefault()
                ?? http.Request.Query["lastEventId"].FirstOrDefault()
        );
        try
        {
            await hub.Stream(binding, caller, after, response.BodyWriter, http.RequestAborted);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The viewer left.
        }
    }
}
