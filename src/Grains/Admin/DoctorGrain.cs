using System.Diagnostics;
using Elizon.Admin;
using Elizon.Grains.Storage;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Elizon.Grains.Admin;

[GrainType("doctor"), StatelessWorker]
internal sealed partial class DoctorGrain(
    IEnumerable<IExamination> examinations,
    TimeProvider clock,
    [Wall] TimeProvider wall,
    ILogger<DoctorGrain> logger
) : Grain, IDoctor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<DoctorReport> Examine(Caller by)
    {
        var found = await Task.WhenAll(examinations.Select(e => Examine(e, by)));
        Finding[] findings = [.. found.SelectMany(f => f)];
        return new DoctorReport(
            clock.GetUtcNow(),
            findings.Select(f => f.Verdict).DefaultIfEmpty(Verdict.Ok).Max(),
            findings
        );
    }

    private async Task<Finding[]> Examine(IExamination examination, Caller by)
    {
        using var patience = new CancellationTokenSource(Patience, wall);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var findings = await examination.Examine(by, patience.Token).WaitAsync(Patience, wall);
            var took = (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            return
            [
                .. findings.Select(f => f.Milliseconds > 0 ? f : f with { Milliseconds = took }),
            ];
        }
        catch (Exception error)
        {
            LogFailed(logger, examination.Name, error);
            var detail =
                error is Refusal refusal ? refusal.Message
                : error is TimeoutException or OperationCanceledException
                    ? $"No answer within {Patience.TotalSeconds:0} s."
                : $"Could not be examined ({error.GetType().Name}); see the log.";
            var took = (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            return [new Finding(examination.Name, Verdict.Fail, detail, took)];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The examination of {Name} failed")]
    private static partial void LogFailed(ILogger logger, string name, Exception error);
}
