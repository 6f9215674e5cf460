using System.Collections.Concurrent;
using Elizon.Catalog;
using Elizon.Grains.Providers;
using Elizon.Providers;
using Elizon.Services;

namespace Elizon.Fixtures;

/// <summary>
/// A provider of servers that keeps them in memory, under the id <see cref="Provider"/>; any other is not configured. The
/// real line is tested against the sandbox in Providers.Tests.
/// </summary>
[GrainType("test-line")]
public sealed class LineDouble(TimeProvider clock) : Grain, IServerLine
{
    public static readonly ProviderId Provider = new("panel-double");

    private static readonly ConcurrentDictionary<ServiceId, ServerSpec> Servers = new();
    private static readonly ConcurrentDictionary<ServiceId, ConcurrentQueue<PlanLimits>> Resized =
        new();
    private static readonly ConcurrentDictionary<ServiceId, RefusedFor> Refusing = new();
    private static readonly ConcurrentDictionary<ServiceId, bool> Suspended = new();
    private static readonly ConcurrentDictionary<ServiceId, ConcurrentQueue<ProviderCall>> Called =
        new();

    private bool Configured => this.GetPrimaryKeyString() == Provider.Value;

    /// <summary>The sizes that a server was given, in their order.</summary>
    public static PlanLimits[] SizesOf(ServiceId service) =>
        [.. Resized.GetValueOrDefault(service) ?? []];

    /// <summary>What was to be done to a server, in its order.</summary>
    public static ProviderCall[] CallsOf(ServiceId service) =>
        [.. Called.GetValueOrDefault(service) ?? []];

    /// <summary>Another size is refused from now on: for good, as by a full node, or as by a panel that is away.</summary>
    internal static void Refuse(ServiceId service, RefusedFor why = RefusedFor.Capacity) =>
        Refusing[service] = why;

    Task<Outcome<ServerSeen?>> IServerLine.Find(ServiceId service) =>
        Answer<ServerSeen?>(Servers.TryGetValue(service, out var spec) ? Seen(spec) : null);

    Task<Outcome<ServerSeen>> IServerLine.Create(ServerSpec spec)
    {
        Keep(spec.Service, "create");
        if (Configured)
            Servers[spec.Service] = spec;
        return Answer(Seen(spec));
    }

    Task<Outcome<Nothing>> IServerLine.Resize(
        ServiceId service,
        ServerReference server,
        PlanLimits limits
    )
    {
        Keep(service, $"resize {limits.Memory}");
        if (Refusing.TryGetValue(service, out var why))
            return Task.FromResult(Outcome<Nothing>.Refused(why, "no"));
        Resized.GetOrAdd(service, _ => new()).Enqueue(limits);
        return Done();
    }

    Task<Outcome<Nothing>> IServerLine.Delete(ServiceId service, ServerReference? server)
    {
        Servers.TryRemove(service, out _);
        return Done(service, "delete");
    }

    Task<Outcome<ServerUsage>> IServerLine.Usage(ServerReference server) =>
        Answer(new ServerUsage(ServiceStatus.Running, new ServiceUsage(0, 0, 0, 0, 0, 0, 0, 1)));

    Task<Outcome<Nothing>> IServerLine.Reinstall(ServiceId service, ServerReference server) =>
        Done();

    Task<Outcome<Nothing>> IServerLine.Suspend(ServiceId service, ServerReference server)
    {
        Suspended[service] = true;
        return Done(service, "suspend");
    }

    Task<Outcome<Nothing>> IServerLine.Unsuspend(ServiceId service, ServerReference server)
    {
        Suspended[service] = false;
        return Done(service, "unsuspend");
    }

    Task<Outcome<Nothing>> IServerLine.Power(ServerReference server, PowerSignal signal) => Done();

    Task<Outcome<Nothing>> IServerLine.Rename(
        ServiceId service,
        ServerReference server,
        string name
    ) => Done();

    Task<Outcome<ServiceAllocation[]>> IServerLine.Allocations(ServerReference server) =>
        Answer<ServiceAllocation[]>([]);

    Task<Outcome<ServiceAllocation>> IServerLine.AddPort(ServiceId service, string[] known) =>
        Answer(
            new ServiceAllocation(
                $"{known.Length + 2}",
                "192.0.2.1",
                null,
                25566 + known.Length,
                null,
                false
            )
        );

    Task<Outcome<Nothing>> IServerLine.RemovePort(ServiceId service, string port) => Done();

    Task<Outcome<Nothing>> IServerLine.SetDisk(ServiceId service, int disk) => Done();

    Task<Outcome<ServerVariable[]>> IServerLine.Variables(ServerReference server) =>
        Answer<ServerVariable[]>([]);

    Task<Outcome<Nothing>> IServerLine.SetVariables(
        ServerReference server,
        Dictionary<string, string> variables
    ) => Done();

    Task<Outcome<EggDefinition[]>> IServerLine.Eggs() => Answer<EggDefinition[]>([]);

    Task<ProviderCheck[]> IServerLine.Test() => Task.FromResult<ProviderCheck[]>([]);

    Task<ProviderLineView> IServerLine.Show() => Task.FromResult(new ProviderLineView([], [], []));

    Task IServerLine.Reload() => Task.CompletedTask;

    Task<Outcome<ConsoleTicket>> IServerLine.ConsoleTicket(string serverUuid) =>
        Task.FromResult(Outcome<ConsoleTicket>.Refused(RefusedFor.Down, "No console."));

    private void Keep(ServiceId service, string what) =>
        Called.GetOrAdd(service, _ => new()).Enqueue(new ProviderCall(clock.GetUtcNow(), what));

    private Task<Outcome<Nothing>> Done(ServiceId service, string what)
    {
        Keep(service, what);
        return Done();
    }

    private Task<Outcome<Nothing>> Done() => Answer(default(Nothing));

    private Task<Outcome<T>> Answer<T>(T value) =>
        Task.FromResult(
            Configured
                ? Outcome<T>.Done(value)
                : Outcome<T>.Refused(RefusedFor.Down, "Nobody configured this provider.")
        );

    private static ServerSeen Seen(ServerSpec spec) =>
        new(
            new ServerReference("1", $"{spec.Service}-0000", "1"),
            spec.Service,
            SetupState.Ready,
            Suspended.GetValueOrDefault(spec.Service),
            "192.0.2.1",
            25565,
            spec.Name
        );
}
