using Elizon.Sandbox.Control;
using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Lexware;

/// <summary>The way of every call: key → bucket → faults before → work → faults after.</summary>
internal sealed class LexwarePipeline(
    SandboxOptions options,
    LexwareBucket bucket,
    FaultBoard faults,
    SandboxClock clock
)
{
    private static readonly TimeSpan StandardSlow = TimeSpan.FromSeconds(5);

    public async Task<IResult> Run(HttpContext context, string operation, Func<IResult> work)
    {
        if (context.Request.Headers.Authorization != $"Bearer {options.LexwareKey}")
            return LexwareAnswers.Gateway(401, "Unauthorized");
        if (Take(LexwareFaults.RateLimit, operation) || !bucket.Take())
            return LexwareAnswers.Gateway(429, "Rate limit exceeded");
        if (faults.Take(LexwareSimulator.SimulatorName, LexwareFaults.Slow, operation) is { } slow)
            await Task.Delay(slow.DelayOr(StandardSlow), clock.Real, context.RequestAborted);
        if (Take(LexwareFaults.Gone, operation))
            return LexwareAnswers.Gateway(500, "Internal server error or rate limit exceeded");
        if (Take(LexwareFaults.Away, operation))
            return LexwareAnswers.Gateway(503, "Service unavailable");
        return HttpMethods.IsPost(context.Request.Method)
            ? Create(context, operation, work)
            : work();
    }

    private IResult Create(HttpContext context, string operation, Func<IResult> work)
    {
        if (Take(LexwareFaults.Timeout, operation))
            return LexwareAnswers.Gateway(504, "Endpoint request timed out");
        if (Take(LexwareFaults.Refuse, operation))
            return LexwareAnswers.Issue("voucher", "invalid_value");
        var answer = work();
        if (Take(LexwareFaults.LostTimeout, operation))
            return LexwareAnswers.Gateway(504, "Endpoint request timed out");
        if (!Take(LexwareFaults.Cut, operation))
            return answer;
        context.Cut();
        return Results.Empty;
    }

    private bool Take(string fault, string operation) =>
        faults.Take(LexwareSimulator.SimulatorName, fault, operation) is not null;
}
