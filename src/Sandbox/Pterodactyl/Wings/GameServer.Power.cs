using System.Globalization;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <content>Start, stop, restart, kill, crash.</content>
internal sealed partial class GameServer
{
    private const double PrebootShare = 0.15;
    private ScheduledAction? _powerStep;
    private ScheduledAction? _stopLimit;
    private bool _powerBusy;
    private Action? _afterStop;
    private DateTimeOffset? _lastCrash;

    public bool IsPowerBusy => _powerBusy;

    /// <summary>Begins a power action; it goes on in the background.</summary>
    /// <returns>Null, or why nothing happens.</returns>
    public string? Power(string action)
    {
        lock (_gate)
        {
            if (IsRestoring)
                return PowerError.Restoring;
            if (IsInstalling)
                return PowerError.Installing;
            if (_powerBusy && action != "kill")
                return PowerError.Busy;
            return action switch
            {
                "start" => State == PowerState.Offline ? TryStart() : PowerError.Running,
                "stop" => Stop(then: null),
                "restart" => Stop(then: () => TryStart()),
                "kill" => Kill(),
                _ => PowerError.Unknown,
            };
        }
    }

    private string? TryStart()
    {
        Configuration = Node.Remote.Configuration(Uuid) ?? Configuration;
        if (Configuration.Suspended)
            return PowerError.Suspended;
        var time = Node.Between(Node.Options.StartAtLeast, Node.Options.StartAtMost);
        _powerBusy = true;
        if (Configuration.DiskMiB > 0)
            Console.Say("Checking server disk space usage, this could take a few seconds...");
        Console.Say("Updating process configuration files...");
        Console.Say(
            "Ensuring file permissions are set correctly, this could take a few seconds..."
        );
        SetState(PowerState.Starting);
        Console.Say("Pulling Docker container image, this could take a few minutes to complete...");
        _powerStep = Node.Schedule.After(
            time * PrebootShare,
            () => Locked(() => RunContainer(time * (1 - PrebootShare)))
        );
        return null;
    }

    private void RunContainer(TimeSpan bootTime)
    {
        Console.Say("Finished pulling Docker container image");
        Console.Truncate();
        _process = new GameProcess(this, Node.Real.GetUtcNow());
        Node.Keep(new ContainerRow(Uuid, Node.Id, State, _process.StartedAt));
        _process.Boot(bootTime);
        _powerBusy = false;
    }

    private string? Stop(Action? then)
    {
        if (State == PowerState.Offline)
        {
            then?.Invoke();
            return null;
        }
        // A signal other than the three that the daemon knows by name is a kill.
        if (Configuration.Stop.StartsWith('^'))
        {
            Kill();
            then?.Invoke();
            return null;
        }
        _powerBusy = true;
        _afterStop = then;
        SetState(PowerState.Stopping);
        ShutDown();
        return null;
    }

    private void ShutDown()
    {
        _stopLimit = Node.Schedule.After(Node.Options.StopTimeout, () => Locked(() => Kill()));
        if (Node.Faults.Take(PterodactylFault.StopHang, Uuid) is not null)
        {
            _hangs = true;
            return;
        }
        foreach (var line in _process?.ShutdownLines() ?? [])
            Console.Print(line);
        _powerStep = Node.Schedule.After(
            Node.Between(Node.Options.StopAtLeast, Node.Options.StopAtMost),
            () => Locked(Stopped)
        );
    }

    private void Stopped()
    {
        EndProcess();
        SetState(PowerState.Offline);
        var next = _afterStop;
        _afterStop = null;
        next?.Invoke();
    }

    private string? Kill()
    {
        if (State == PowerState.Offline)
            return null;
        SetState(PowerState.Stopping);
        Stopped();
        return null;
    }

    private void StopFromConsole() => Stop(then: null);

    private void StopForGood()
    {
        _afterStop = null;
        if (State != PowerState.Stopping)
        {
            _powerStep?.Cancel();
            Stop(then: null);
        }
    }

    /// <summary>The process ends by itself; it is started again unless that happened less than a minute ago.</summary>
    public void Crash(int exitCode)
    {
        lock (_gate)
        {
            if (State is PowerState.Offline or PowerState.Stopping)
                return;
            EndProcess();
            SetState(PowerState.Offline);
            Console.Say("---------- Detected server process in a crashed state! ----------");
            Console.Say(string.Create(CultureInfo.InvariantCulture, $"Exit code: {exitCode}"));
            Console.Say("Out of memory: false");
            var window = Node.Options.CrashWindow;
            if (_lastCrash is { } last && last + window > Node.Real.GetUtcNow())
            {
                Console.Say(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Aborting automatic restart, last crash occurred less than {window.TotalSeconds:0} seconds ago."
                    )
                );
                return;
            }
            _lastCrash = Node.Real.GetUtcNow();
            TryStart();
        }
    }

    private void EndProcess()
    {
        _powerStep?.Cancel();
        _stopLimit?.Cancel();
        _process?.End();
        _process = null;
        _powerBusy = false;
        _hangs = false;
    }

    private void Locked(Action action)
    {
        lock (_gate)
        {
            if (!IsDeleted)
                action();
        }
    }
}
