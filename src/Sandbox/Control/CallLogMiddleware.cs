using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Control;

/// <summary>
/// Logs each call of a simulator, before its answer leaves: whoever has the answer finds the call in the log. A call
/// that is cut without an answer is logged when its handler ends.
/// </summary>
internal sealed class CallLogMiddleware(
    RequestDelegate next,
    CallLog log,
    SandboxClock clock,
    IEnumerable<ISimulator> simulators
)
{
    private readonly ISimulator[] _simulators = [.. simulators];

    public async Task InvokeAsync(HttpContext context)
    {
        var owner = Array.Find(_simulators, simulator => simulator.Owns(context));
        if (owner is null)
        {
            await next(context);
            return;
        }

        var entry = new Entry(log, owner.Name, clock, context);
        context.Features.Set<ICutAnswer>(entry);
        context.Response.OnStarting(entry.Answering);
        try
        {
            await next(context);
        }
        finally
        {
            entry.Ended();
        }
    }

    private sealed class Entry(
        CallLog log,
        string simulator,
        SandboxClock clock,
        HttpContext context
    ) : ICutAnswer
    {
        private readonly DateTimeOffset _at = clock.GetUtcNow();
        private readonly long _started = clock.Real.GetTimestamp();

        // Taken now: a branch of the pipeline may rewrite the path.
        private readonly string _path = context.Request.PathBase + context.Request.Path;
        private int _written;

        public Task Answering()
        {
            Write(context.Response.StatusCode);
            return Task.CompletedTask;
        }

        // An answer without a body starts only after the pipeline, so an unstarted one counts unless it was cut.
        public void Ended() =>
            Write(context.RequestAborted.IsCancellationRequested ? 0 : context.Response.StatusCode);

        public void Cut()
        {
            Write(0);
            context.Abort();
        }

        private void Write(int status)
        {
            if (Interlocked.Exchange(ref _written, 1) == 1)
                return;
            var took = clock.Real.GetElapsedTime(_started).TotalMilliseconds;
            var query = context.Request.QueryString.Value ?? string.Empty;
            log.Add(
                simulator,
                new LoggedCall(0, context.Request.Method, _path, query, status, _at, took)
            );
        }
    }
}
