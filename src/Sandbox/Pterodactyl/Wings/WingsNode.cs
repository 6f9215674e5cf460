using System.Collections.Concurrent;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>The daemon of one node: its servers, its clock, which tokens it takes. Process timings and tokens run on real time.</summary>
internal sealed class WingsNode : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, GameServer> _servers = new();
    private readonly WingsServices _services;
    private readonly NodeFaults _nodeFaults;
    private readonly string _dataPath;
    private int _background;
    private TimeSpan _skew;

    public WingsNode(PanelNode row, WingsServices services)
    {
        Id = row.Id;
        Secret = row.DaemonSecret;
        UploadLimitMiB = row.UploadSize;
        _services = services;
        _nodeFaults = new NodeFaults(this);
        _dataPath = Path.Join(services.DataPath, "pterodactyl");
        Schedule = new WingsSchedule(services.Clock.Real, services.Log);
        Directory.CreateDirectory(Path.Join(_dataPath, "backups"));
    }

    public int Id { get; }

    /// <summary>Signs and checks this node's tokens.</summary>
    public string Secret { get; }

    /// <summary>Largest file that an upload may hold.</summary>
    public int UploadLimitMiB { get; }
    public WingsSchedule Schedule { get; }
    public TokenDenylist Denylist { get; } = new();
    public UsedTokens UsedTokens { get; } = new();
    public PterodactylOptions Options => _services.Options;
    public FaultSwitches Faults => _services.Faults;
    public IPanelRemote Remote => _services.Remote;

    /// <summary>What console lines show.</summary>
    public TimeProvider Clock => _services.Clock;
    public TimeProvider Real => _services.Clock.Real;

    /// <summary>The node's own clock, for tokens; the switch <c>clock.skew</c> moves it.</summary>
    public DateTimeOffset Now => Real.GetUtcNow() + _skew;

    /// <summary>True while the daemon restarts: no connection gets an answer.</summary>
    public bool IsDown { get; private set; }

    public IEnumerable<GameServer> Servers => _servers.Values;

    /// <summary>Work that ends by itself.</summary>
    public int Busy =>
        _servers.Values.Count(server => server.IsBusy)
        + Volatile.Read(ref _background)
        + (IsDown ? 1 : 0);

    public string VolumePath(string uuid) => Path.Join(_dataPath, "volumes", uuid);

    public string BackupPath(string backupUuid) =>
        Path.Join(_dataPath, "backups", backupUuid + ".tar.gz");

    public TimeSpan Between(TimeSpan least, TimeSpan most) =>
        most <= least
            ? least
            : least + TimeSpan.FromMilliseconds(Chance((int)(most - least).TotalMilliseconds + 1));

    /// <summary>A number below <paramref name="bound"/>.</summary>
    public int Chance(int bound)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        _services.Random.GetBytes(bytes);
        return (int)(BitConverter.ToUInt32(bytes) % (uint)bound);
    }

    /// <summary>Loads what the panel has for this node and takes over containers that were running.</summary>
    public void Boot()
    {
        var rows = _services
            .Store.All<ContainerRow>(ContainerRow.Kind)
            .Where(row => row.NodeId == Id)
            .ToDictionary(row => row.Uuid);
        foreach (
            var configuration in Remote
                .Servers(Id)
                .Select(Remote.Configuration)
                .OfType<ServerConfiguration>()
        )
        {
            var server = _servers.GetOrAdd(
                configuration.Uuid,
                _ => new GameServer(this, configuration)
            );
            if (rows.TryGetValue(server.Uuid, out var row))
                server.Attach(row);
        }
        Remote.ResetServers(Id);
        RefreshSkew();
        // Whole seconds, as tokens have: nobody shall trip over a sandbox that has just been switched on.
        Denylist.BootedAt = DateTimeOffset.FromUnixTimeSeconds(Now.ToUnixTimeSeconds());
        Schedule.After(Second, Tick);
    }

    /// <summary>The daemon restarts: all sockets drop without a close frame, older tokens are refused, containers live on.</summary>
    public void Restart()
    {
        if (IsDown)
            return;
        IsDown = true;
        foreach (var server in _servers.Values)
            server.DaemonRestarts();
        Schedule.After(Options.DaemonRestartTime, ComeBack);
    }

    /// <exception cref="WingsFailure">404.</exception>
    public GameServer Server(string uuid) =>
        _servers.TryGetValue(uuid, out var server) ? server : throw WingsFailure.NoSuchServer();

    public GameServer Create(string uuid)
    {
        var configuration = Remote.Configuration(uuid) ?? throw WingsFailure.NoSuchServer();
        return _servers.GetOrAdd(uuid, _ => new GameServer(this, configuration));
    }

    public void Forget(string uuid)
    {
        _servers.TryRemove(uuid, out _);
        _services.Store.Remove(ContainerRow.Kind, uuid);
    }

    public void Keep(ContainerRow row) => _services.Store.Put(ContainerRow.Kind, row.Uuid, row);

    public void RefreshSkew() =>
        _skew = Faults.IsOn(PterodactylFault.ClockSkew, Id) is { } skew
            ? TimeSpan.FromSeconds(FaultSwitches.Number(skew, 900))
            : TimeSpan.Zero;

    /// <summary>Runs work that waits for the disk outside the schedule.</summary>
    public async void Background(Func<Task> work)
    {
        Interlocked.Increment(ref _background);
        try
        {
            await work();
        }
#pragma warning disable CA1031 // The last frame of background work: nobody is left to tell.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            WingsScheduleLog.Failed(_services.Log, fault);
        }
        finally
        {
            Interlocked.Decrement(ref _background);
        }
    }

    public void Dispose()
    {
        Schedule.Dispose();
        foreach (var server in _servers.Values)
            server.Sockets.Abort();
    }

    private void ComeBack()
    {
        var known = Remote.Servers(Id).ToHashSet();
        foreach (var uuid in _servers.Keys.Where(uuid => !known.Contains(uuid)))
            Forget(uuid);
        Remote.ResetServers(Id);
        UsedTokens.Clear();
        Denylist.BootedAt = Now;
        IsDown = false;
    }

    private void Tick()
    {
        Schedule.After(Second, Tick);
        RefreshSkew();
        foreach (var server in _servers.Values)
        {
            if (server.State != PowerState.Offline && server.Sockets.AnyListens)
                server.Sockets.Publish(server.StatsFrame());
        }
        _nodeFaults.Look();
    }
}
