using Elizon.Catalog;
using Elizon.Providers;
using Elizon.Services;

namespace Elizon.Grains.Providers;

/// <summary>
/// The one line of the cluster to a provider of servers. Key: <see cref="ProviderId"/>. Bounded parallel calls, the shared
/// rate budget, circuit breakers per part, coalesced reads, a call log. Reentrant by design: it only passes I/O through.
/// Every method may take as long as the provider's slowest call (20 s); none is called from a turn that others queue behind.
/// </summary>
[Alias("IServerLine")]
internal interface IServerLine : IGrainWithStringKey
{
    /// <summary>The server with this service's tag; Done(null) when there is none for certain.</summary>
    [Alias("Find"), ResponseTimeout("00:00:40")]
    Task<Outcome<ServerSeen?>> Find(ServiceId service);

    /// <summary>
    /// Makes customer, port and server as far as they are missing; a server with the tag that is there already is adopted.
    /// </summary>
    [Alias("Create"), ResponseTimeout("00:01:30")]
    Task<Outcome<ServerSeen>> Create(ServerSpec spec);

    /// <summary>Sets a failed installation up again.</summary>
    [Alias("Reinstall"), ResponseTimeout("00:00:40")]
    Task<Outcome<Nothing>> Reinstall(ServiceId service, ServerReference server);

    [Alias("Suspend"), ResponseTimeout("00:00:40")]
    Task<Outcome<Nothing>> Suspend(ServiceId service, ServerReference server);

    [Alias("Unsuspend"), ResponseTimeout("00:00:40")]
    Task<Outcome<Nothing>> Unsuspend(ServiceId service, ServerReference server);

    [Alias("Power"), ResponseTimeout("00:00:40")]
    Task<Outcome<Nothing>> Power(ServerReference server, PowerSignal signal);

    [Alias("Rename"), ResponseTimeout("00:00:40")]
    Task<Outcome<Nothing>> Rename(ServiceId service, ServerReference server, string name);

    /// <summary>
    /// Gives the server these limits. They are looked at first: a server that has them is left alone, so that a repeat after
    /// an unknown outcome is safe. A running server uses them as far as the provider can change it in place, else from its
    /// next start on.
    /// </summary>
    [Alias("Resize"), ResponseTimeout("00:01:00")]
    Task<Outcome<Nothing>> Resize(ServiceId service, ServerReference server, PlanLimits limits);

    /// <summary>
    /// Deletes the server after checking that it carries this service's tag: a reused id must never cost another customer
    /// a server. Done when it is gone already.
    /// </summary>
    [Alias("Delete"), ResponseTimeout("00:01:00")]
    Task<Outcome<Nothing>> Delete(ServiceId service, ServerReference? server);

    /// <summary>Coalesced: at most one call per server in 20 s.</summary>
    [Alias("Usage"), ResponseTimeout("00:00:40")]
    Task<Outcome<ServerUsage>> Usage(ServerReference server);

    [Alias("Allocations"), ResponseTimeout("00:00:40")]
    Task<Outcome<ServiceAllocation[]>> Allocations(ServerReference server);

    /// <summary>
    /// Gives the server a further port. One that is neither its first nor in <paramref name="known"/> is what an earlier try
    /// had added, and is taken. Refused(Capacity): no port is free.
    /// </summary>
    [Alias("AddPort"), ResponseTimeout("00:01:30")]
    Task<Outcome<ServiceAllocation>> AddPort(ServiceId service, string[] known);

    /// <summary>Takes a port away; done when it is gone already. Never the first one.</summary>
    [Alias("RemovePort"), ResponseTimeout("00:01:00")]
    Task<Outcome<Nothing>> RemovePort(ServiceId service, string port);

    /// <summary>Sets how much disk the server has in all, MiB.</summary>
    [Alias("SetDisk"), ResponseTimeout("00:01:00")]
    Task<Outcome<Nothing>> SetDisk(ServiceId service, int disk);

    [Alias("Variables"), ResponseTimeout("00:00:40")]
    Task<Outcome<ServerVariable[]>> Variables(ServerReference server);

    /// <summary>Sets variables; the rules were checked before. Counts from the next start on.</summary>
    [Alias("SetVariables"), ResponseTimeout("00:01:00")]
    Task<Outcome<Nothing>> SetVariables(
        ServerReference server,
        Dictionary<string, string> variables
    );

    /// <summary>All games of the provider.</summary>
    [Alias("Eggs"), ResponseTimeout("00:01:30")]
    Task<Outcome<EggDefinition[]>> Eggs();

    /// <summary>Each part checked, none repaired.</summary>
    [Alias("Test"), ResponseTimeout("00:01:30")]
    Task<ProviderCheck[]> Test();

    [Alias("Show")]
    Task<ProviderLineView> Show();

    /// <summary>The settings changed: the next call takes the new ones.</summary>
    [Alias("Reload")]
    Task Reload();

    /// <summary>Refused(Missing): deleted; Refused(State): suspended.</summary>
    [Alias("ConsoleTicket"), ResponseTimeout("00:00:40")]
    Task<Outcome<ConsoleTicket>> ConsoleTicket(string serverUuid);
}

/// <summary>The only way to the line.</summary>
internal static class ServerLineFactory
{
    public static IServerLine ServerLine(this IGrainFactory grains, ProviderId provider) =>
        grains.GetGrain<IServerLine>(provider.Value);
}
