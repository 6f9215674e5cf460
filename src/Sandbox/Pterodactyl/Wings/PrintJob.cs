namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>Prints given lines at a given rate: for tests that must know what was printed, and for floods.</summary>
internal sealed class PrintJob(
    GameServer server,
    GameProcess process,
    IEnumerable<string> lines,
    double perSecond
)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private readonly IEnumerator<string> _lines = lines.GetEnumerator();
    private readonly long _began = server.Node.Real.GetTimestamp();
    private readonly TaskCompletionSource _done = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private ScheduledAction? _next;

    /// <summary>Lines this job has printed.</summary>
    public long Printed { get; private set; }

    public bool IsDone => _done.Task.IsCompleted;

    /// <summary>Ends when all is printed, or when the process has ended.</summary>
    public Task Done => _done.Task;

    public double PerSecond => perSecond;

    public void Begin() => Plan();

    public void Cancel()
    {
        _next?.Cancel();
        _lines.Dispose();
        _done.TrySetResult();
    }

    private void Plan()
    {
        var pause = TimeSpan.FromSeconds(1 / perSecond);
        _next = server.Node.Schedule.After(
            pause > Tick ? pause : Tick,
            () => server.WithProcess(process, PrintDue)
        );
    }

    private void PrintDue()
    {
        // Behind after a stall of the machine, it catches up at twice the rate: a burst would run into the throttle.
        var most = Printed + Math.Max(1, (long)(perSecond * Tick.TotalSeconds * 2));
        var due = (long)(server.Node.Real.GetElapsedTime(_began).TotalSeconds * perSecond);
        while (Printed < Math.Min(due, most))
        {
            if (!_lines.MoveNext())
            {
                Cancel();
                return;
            }
            server.Console.Print(_lines.Current);
            Printed++;
        }
        Plan();
    }
}
