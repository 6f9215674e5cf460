using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Elizon.Api.Hosting;

/// <summary>
/// Calls each GET route without parameters once over the real listener before the process says that it is ready: a cold
/// first request costs up to half a second. What the calls answer does not matter, most say 401. The description of the
/// API is left out: it takes seconds to make, and nobody's order waits for it.
/// </summary>
internal sealed partial class WarmUp(
    IServer server,
    EndpointDataSource endpoints,
    Readiness readiness,
    TimeProvider clock,
    ILogger<WarmUp> logger
) : IHostedLifecycleService
{
    private static readonly TimeSpan PerCall = TimeSpan.FromSeconds(3);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = PerCall };
        foreach (var path in Paths())
            await Call(http, path, cancellationToken);
        readiness.MarkWarm();
        var took = clock.GetElapsedTime(started);
        LogReady(logger, address, took);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<string> Paths() =>
        endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.Parameters.Count == 0)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is ["GET"])
            .Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/'))
            .Where(path => !path.StartsWith("/openapi", StringComparison.Ordinal))
            .Distinct();

    private async Task Call(HttpClient http, string path, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(
                path,
                HttpCompletionOption.ResponseHeadersRead,
                cancellation
            );
        }
        catch (Exception error)
            when (error is HttpRequestException or TaskCanceledException
                && !cancellation.IsCancellationRequested
            )
        {
            LogCold(logger, path, error);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Ready at {Address}, warmed up in {Took}"
    )]
    private static partial void LogReady(ILogger logger, string address, TimeSpan took);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} could not be warmed up")]
    private static partial void LogCold(ILogger logger, string path, Exception error);
}
