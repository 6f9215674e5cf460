using Elizon.Catalog;
using Elizon.Grains.Providers.Settings;
using Elizon.Grains.Storage;
using Elizon.Providers;
using Elizon.Services;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Providers.Line;

/// <summary>
/// The cluster's one line to a provider. Reentrant by design: it only passes I/O through, and a slow call must not hold up
/// the others.
/// </summary>
[GrainType("server-line"), Reentrant]
internal sealed class ServerLine(
    IEnumerable<IServerHostFactory> vendors,
    NpgsqlDataSource database,
    TimeProvider clock
) : Grain, IServerLine, IDisposable
{
    /// <summary>The panel itself caches figures for so long (pterodactyl sheet, 3.1).</summary>
    private static readonly TimeSpan UsageFresh = TimeSpan.FromSeconds(20);

    private readonly LineCalls _calls = new(clock);
    private readonly LineGate _gate = new();
    private readonly Dictionary<string, (long At, Task<Outcome<ServerUsage>> Reading)> _usage = [];
    private IServerHost? _host;

    private ProviderId Id => new(this.GetPrimaryKeyString());

    public Task<Outcome<ServerSeen?>> Find(ServiceId service) =>
        Pass("panel", host => host.Find(service));

    public async Task<Outcome<ServerSeen>> Create(ServerSpec spec)
    {
        var egg = spec.Plan.Egg is { } key ? await EggOf(key) : null;
        if (egg is null && spec.Plan.Egg is not null)
            return Outcome<ServerSeen>.Refused(
                RefusedFor.Down,
                $"The egg '{spec.Plan.Egg}' is not synced."
            );
        return await Pass("panel", host => host.Create(spec, egg));
    }

    public Task<Outcome<Nothing>> Reinstall(ServiceId service, ServerReference server) =>
        Pass(Part(server), host => host.Reinstall(service, server));

    public Task<Outcome<Nothing>> Suspend(ServiceId service, ServerReference server) =>
        Pass(Part(server), host => host.Suspend(service, server));

    public Task<Outcome<Nothing>> Unsuspend(ServiceId service, ServerReference server) =>
        Pass(Part(server), host => host.Unsuspend(service, server));

    public Task<Outcome<Nothing>> Power(ServerReference server, PowerSignal signal)
    {
        _usage.Remove(server.Uuid);
        return Pass(Part(server), host => host.Power(server, signal));
    }

    public Task<Outcome<Nothing>> Rename(ServiceId service, ServerReference server, string name) =>
        Pass("panel", host => host.Rename(service, server, name));

    public Task<Outcome<Nothing>> Resize(
        ServiceId service,
        ServerReference server,
        PlanLimits limits
    ) => Pass("panel", host => host.Resize(service, server, limits));

    public Task<Outcome<Nothing>> Delete(ServiceId service, ServerReference? server) =>
        Pass(server is null ? "panel" : Part(server), host => host.Delete(service, server));

    public Task<Outcome<ServerUsage>> Usage(ServerReference server)
    {
        if (
            _usage.TryGetValue(server.Uuid, out var known)
            && clock.GetElapsedTime(known.At) < UsageFresh
        )
            return known.Reading;
        var reading = Pass(Part(server), host => host.Usage(server));
        _usage[server.Uuid] = (clock.GetTimestamp(), reading);
        if (_usage.Count > 10_000)
            foreach (
                var old in _usage
                    .Where(u => clock.GetElapsedTime(u.Value.At) > UsageFresh)
                    .Select(u => u.Key)
                    .ToList()
            )
                _usage.Remove(old);
        return reading;
    }

    public Task<Outcome<ServiceAllocation[]>> Allocations(ServerReference server) =>
        Pass(Part(server), host => host.Allocations(server));

    public Task<Outcome<ServiceAllocation>> AddPort(ServiceId service, string[] known) =>
        Pass("panel", host => host.AddPort(service, known));

    public Task<Outcome<Nothing>> RemovePort(ServiceId service, string port) =>
        Pass("panel", host => host.RemovePort(service, port));

    public Task<Outcome<Nothing>> SetDisk(ServiceId service, int disk) =>
        Pass("panel", host => host.SetDisk(service, disk));

    public Task<Outcome<ServerVariable[]>> Variables(ServerReference server) =>
        Pass("panel", host => host.Variables(server));

    public Task<Outcome<Nothing>> SetVariables(
        ServerReference server,
        Dictionary<string, string> variables
    ) => Pass("panel", host => host.SetVariables(server, variables));

    public Task<Outcome<ConsoleTicket>> ConsoleTicket(string serverUuid) =>
        Pass("panel", host => host.ConsoleTicket(serverUuid));

    public Task<Outcome<EggDefinition[]>> Eggs() => Pass("panel", host => host.Eggs());

    public async Task<ProviderCheck[]> Test() =>
        await Host() is { } host
            ? await host.Test()
            : [new ProviderCheck("settings", false, "Nobody configured this provider.")];

    public Task<ProviderLineView> Show() =>
        Task.FromResult(new ProviderLineView(_gate.Closed, _calls.Budgets, _calls.Latest));

    public Task Reload()
    {
        _host = null;
        return Task.CompletedTask;
    }

    /// <summary>Called by the runtime at the end of the activation.</summary>
    public void Dispose() => _gate.Dispose();

    private static string Part(ServerReference server) => $"node/{server.Node}";

    private async Task<Outcome<T>> Pass<T>(string part, Func<IServerHost, Task<Outcome<T>>> call) =>
        await Host() is { } host
            ? await _gate.Pass(part, () => call(host))
            : Outcome<T>.Refused(RefusedFor.Down, "Nobody configured this provider.");

    private async Task<IServerHost?> Host()
    {
        if (_host is not null)
            return _host;
        var connection = await GrainFactory.ProviderInside(Id).Connection();
        return connection is null
            ? null
            : _host = vendors.Single(v => v.Kind == connection.Kind).Open(connection, _calls);
    }

    private async Task<EggDefinition?> EggOf(string key)
    {
        await using var command = database.Command(
            "select view, panel_id, startup from egg where provider = $1 and key = $2",
            Id.Value,
            key
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new EggDefinition(
                Json.Read<EggView>(reader.GetString(0)),
                reader.GetString(1),
                reader.GetString(2)
            )
            : null;
    }
}
