using System.Text;
using Elizon.Sandbox.Control;
using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Storage;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Mollie.Http;

/// <summary>
/// The way of every API call: key → faults before → idempotency → handler and store in one step → faults after → answer.
/// </summary>
internal sealed class MolliePipeline(
    SandboxOptions options,
    SandboxStore store,
    SandboxClock clock,
    FaultBoard faults,
    IdempotencyBook idempotency,
    MollieWorker worker
)
{
    private static readonly TimeSpan StandardSlow = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StandardSlowAnswer = TimeSpan.FromSeconds(60);

    public async Task Run(
        HttpContext context,
        string operation,
        Func<MollieCall, MollieAnswer> handler
    )
    {
        try
        {
            var access = MollieAccess.Of(context.Request, options);
            await FaultsBefore(context, operation);
            var call = await MollieCall.Read(context, access, operation, clock.GetUtcNow());
            await Carry(context, call, handler);
        }
        catch (MollieProblem problem)
        {
            var refusal = problem.Answer;
            await Send(context, refusal.Status, Hal.Text(refusal.Body!));
        }
    }

    private async Task FaultsBefore(HttpContext context, string operation)
    {
        if (Take(MollieFaults.Slow, operation) is { } slow)
            await Wait(slow.DelayOr(StandardSlow), context);
        if (Take(MollieFaults.RateLimit, operation) is not null)
            throw MollieProblem.RateLimited();
        if (Take(MollieFaults.Unavailable, operation) is not null)
            throw MollieProblem.Unavailable();
    }

    private async Task Carry(
        HttpContext context,
        MollieCall call,
        Func<MollieCall, MollieAnswer> handler
    )
    {
        using var running = call.IdempotencyKey is null ? null : idempotency.Begin(call);
        if (running is not null && idempotency.Find(call) is { } known)
        {
            context.Response.Headers["Idempotent-Replayed"] = "true";
            await Answer(context, call, new MollieAnswer(known.Status, null), known.Body);
            return;
        }
        var answer = store.Exclusively(() => Commit(call, handler));
        worker.Wake();
        await Answer(context, call, answer, answer.Body is null ? null : Hal.Text(answer.Body));
    }

    // A refusal is kept under the key as well, but nothing of what its handler had begun.
    private MollieAnswer Commit(MollieCall call, Func<MollieCall, MollieAnswer> handler)
    {
        var changes = call.Changes;
        MollieAnswer answer;
        try
        {
            answer = handler(call);
        }
        catch (MollieProblem problem)
        {
            answer = problem.Answer;
            changes = new StoreChanges();
        }
        if (call.IdempotencyKey is not null)
            idempotency.Keep(changes, call, answer);
        store.Write(changes);
        return answer;
    }

    private async Task Answer(
        HttpContext context,
        MollieCall call,
        MollieAnswer answer,
        string? body
    )
    {
        if (answer.BeforeSending is { } first)
            await first(context.RequestAborted);
        if (HttpMethods.IsPost(context.Request.Method))
        {
            if (Take(MollieFaults.LostAnswer, call.Operation) is { } lost)
            {
                await Wait(lost.DelayOr(TimeSpan.Zero), context);
                context.Cut();
                return;
            }
            if (Take(MollieFaults.SlowAnswer, call.Operation) is { } slow)
                await Wait(slow.DelayOr(StandardSlowAnswer), context);
        }
        if (body is not null && Take(MollieFaults.Truncated, call.Operation) is not null)
            body = body[..(body.Length / 2)];
        await Send(context, answer.Status, body);
    }

    private FaultSwitch? Take(string fault, string operation) =>
        faults.Take(MollieSimulator.SimulatorName, fault, operation);

    // On the wire time does not jump: the base clock, not the sandbox's.
    private Task Wait(TimeSpan delay, HttpContext context) =>
        Task.Delay(delay, clock.Real, context.RequestAborted);

    private static async Task Send(HttpContext context, int status, string? body)
    {
        context.Response.StatusCode = status;
        if (body is null)
            return;
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.ContentType = Hal.MediaType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
