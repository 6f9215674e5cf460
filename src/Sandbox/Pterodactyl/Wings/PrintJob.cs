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
    private ScheduledAction? _next;

    /// <summary>Lines this job has printed.</summary>
    public long Printed { get; private set; }

    public bool IsDone { get; private set; }

    public double PerSecond => perSecond;

    public void Begin() => Plan();

    public void Cancel()
    {
        IsDone = true;
        _next?.Cancel();
        _lines.Dispose();
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
        var due = (long)(server.Node.Real.GetElapsedTime(_began).TotalSeconds * perSecond);
        while (Printed < due)
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
