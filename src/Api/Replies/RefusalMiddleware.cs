using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Orleans.Runtime;

namespace Elizon.Api.Replies;

/// <summary>
/// Turns whatever goes wrong into the error envelope, in one place: refusals by their kind, an unknown outcome inside
/// the cluster into 503, everything else into 500 with a trace and no details. Statuses that the framework answers with
/// an empty body (404, 405, 413, 415) get the envelope too.
/// </summary>
internal sealed partial class RefusalMiddleware(
    RequestDelegate next,
    ILogger<RefusalMiddleware> logger
)
{
    private const long MostDiscarded = 16 * 1024 * 1024;

    public async Task Invoke(HttpContext http)
    {
        try
        {
            await next(http);
            if (IsBare(http.Response))
                await FrameworkStatus
                    .Reply(http.Response.StatusCode)
                    .Write(http, http.Response.StatusCode);
        }
        catch (Exception error)
            when (error is OperationCanceledException or IOException
                && http.RequestAborted.IsCancellationRequested
            )
        {
            // The client is gone: nobody is left to answer.
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            await Answer(http, error);
        }
    }

    private static bool IsBare(HttpResponse response) =>
        response
            is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null };

    private Task Answer(HttpContext http, Exception error)
    {
        Forget(http.Response);
        Linger(http);
        switch (error)
        {
            case Refusal refusal:
                return ErrorReply.Of(refusal).Write(http, RefusalStatus.Of(refusal.Kind));
            case BadHttpRequestException bad:
                return FrameworkStatus.Reply(http, bad).Write(http, bad.StatusCode);
            case GrainFault fault:
                return ErrorReply
                    .Fault(fault.Trace)
                    .Write(http, StatusCodes.Status500InternalServerError);
            case TimeoutException or OperationCanceledException or OrleansException:
                LogUnknown(logger, Route(http), error);
                return ErrorReply
                    .Of(CommonRefusals.OutcomeUnknown())
                    .Write(http, StatusCodes.Status503ServiceUnavailable);
            default:
                var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
                LogFault(logger, Route(http), trace, error);
                return ErrorReply
                    .Fault(trace)
                    .Write(http, StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>What a handler had begun is void; headers of the gate and of security stay.</summary>
    private static void Forget(HttpResponse response)
    {
        response.ContentLength = null;
        response.Headers.ContentDisposition = default;
        response.Headers.ETag = default;
    }

    /// <summary>
    /// A client that still sends a body too large for the route must be heard out for a while, or it sees a broken
    /// connection instead of the answer. The server discards what comes, within its own time limit.
    /// </summary>
    private static void Linger(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostDiscarded;
    }

    /// <summary>The pattern, never the path: a path may hold personal data.</summary>
    private static string Route(HttpContext http) =>
        $"{http.Request.Method} {(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Route} failed, trace {Trace}")]
    private static partial void LogFault(
        ILogger logger,
        string route,
        string trace,
        Exception error
    );

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Route}: outcome unknown")]
    private static partial void LogUnknown(ILogger logger, string route, Exception error);
}
