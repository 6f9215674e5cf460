using Elizon.Sandbox.Pterodactyl.Games;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>One server on its node: process, console, sockets, files. Everything that changes it holds its lock.</summary>
internal sealed partial class GameServer
{
    private readonly Lock _gate = new();
    private GameProcess? _process;
    private bool _hangs;

    public GameServer(WingsNode node, ServerConfiguration configuration)
    {
        Node = node;
        Configuration = configuration;
        Uuid = configuration.Uuid;
        Sockets = new ServerSockets();
        Console = new ServerConsole(node.Real, node.Options, Sockets);
        Files = new ServerFiles(node.VolumePath(Uuid), () => Configuration);
    }

    public string Uuid { get; }
    public WingsNode Node { get; }

    /// <summary>As last fetched from the panel.</summary>
    public ServerConfiguration Configuration { get; private set; }
    public ServerConsole Console { get; }
    public ServerSockets Sockets { get; }
    public ServerFiles Files { get; }
    public string State { get; private set; } = PowerState.Offline;
    public bool IsInstalling { get; private set; }
    public bool IsRestoring { get; private set; }
    public bool IsDeleted { get; private set; }

    /// <summary>A restore marks the server suspended on the daemon alone.</summary>
    public bool IsSuspended => Configuration.Suspended || IsRestoring;
    public GameProcess? Process => _process;

    /// <summary>Something is under way that will end by itself; what a switch made hang is not.</summary>
    public bool IsBusy =>
        _backups > 0
        || !_hangs
            && (IsInstalling || IsRestoring || State is PowerState.Starting or PowerState.Stopping);

    /// <summary>Fetches the configuration; a suspended server's process is stopped.</summary>
    /// <exception cref="WingsFailure">404 when the panel does not know the server.</exception>
    public void Sync()
    {
        lock (_gate)
        {
            Configuration = Node.Remote.Configuration(Uuid) ?? throw WingsFailure.NoSuchServer();
            if (Configuration.Suspended && State != PowerState.Offline)
                StopForGood();
        }
    }

    /// <summary>Writes to the process's input; false when there is none.</summary>
    public bool Command(string text)
    {
        lock (_gate)
        {
            if (_process is not { } process)
                return false;
            if (text.Trim() == Configuration.Stop.Trim() && State == PowerState.Running)
                StopFromConsole();
            else
                process.Input(text);
            return true;
        }
    }

    /// <summary>Runs <paramref name="action"/> under the lock if <paramref name="process"/> is still the running one.</summary>
    public void WithProcess(GameProcess process, Action action)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_process, process))
                action();
        }
    }

    /// <summary>Does something to the running process under the lock; default without one.</summary>
    public T? WithProcess<T>(Func<GameProcess, T> action)
    {
        lock (_gate)
            return _process is { } process ? action(process) : default;
    }

    /// <summary>A line of the game; the first one that holds the egg's marker makes the server running.</summary>
    public void PrintFromProcess(string line, bool bootEnds)
    {
        Console.Print(line);
        if (State != PowerState.Starting)
            return;
        if (bootEnds && Node.Faults.Take(PterodactylFault.StartCrash, Uuid) is { } crash)
            Crash(FaultSwitches.Number(crash, 1));
        else if (bootEnds || DoneMarker.Matches(Configuration.Done, line, Configuration.StripAnsi))
        {
            SetState(PowerState.Running);
            _process?.PlanChatter();
        }
    }

    private void SetState(string state)
    {
        if (State == state)
            return;
        State = state;
        Node.Keep(new ContainerRow(Uuid, Node.Id, state, _process?.StartedAt));
        Sockets.Publish(SocketFrame.Status(state));
        if (state == PowerState.Offline)
            Sockets.Publish(StatsFrame());
    }

    public SocketFrame StatsFrame() =>
        SocketFrame.Of("stats", ServerStats.Of(this).ToJson().ToJsonString());
}
