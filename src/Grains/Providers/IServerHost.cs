using Elizon.Catalog;
using Elizon.Grains.Providers.Settings;
using Elizon.Providers;
using Elizon.Services;

namespace Elizon.Grains.Providers;

/// <summary>
/// A vendor of servers in our words. Implementations live in a folder of their own and let no vendor type out. What each
/// method promises stands at <see cref="IServerLine"/>.
/// </summary>
internal interface IServerHost
{
    Task<Outcome<ServerSeen?>> Find(ServiceId service);

    Task<Outcome<ServerSeen>> Create(ServerSpec spec, EggDefinition? egg);

    Task<Outcome<Nothing>> Reinstall(ServiceId service, ServerReference server);

    Task<Outcome<Nothing>> Suspend(ServiceId service, ServerReference server);

    Task<Outcome<Nothing>> Unsuspend(ServiceId service, ServerReference server);

    Task<Outcome<Nothing>> Power(ServerReference server, PowerSignal signal);

    Task<Outcome<Nothing>> Rename(ServiceId service, ServerReference server, string name);

    Task<Outcome<Nothing>> Resize(ServiceId service, ServerReference server, PlanLimits limits);

    Task<Outcome<Nothing>> Delete(ServiceId service, ServerReference? server);

    Task<Outcome<ServerUsage>> Usage(ServerReference server);

    Task<Outcome<ServiceAllocation[]>> Allocations(ServerReference server);

    Task<Outcome<ServiceAllocation>> AddPort(ServiceId service, string[] known);

    Task<Outcome<Nothing>> RemovePort(ServiceId service, string port);

    Task<Outcome<Nothing>> SetDisk(ServiceId service, int disk);

    Task<Outcome<ServerVariable[]>> Variables(ServerReference server);

    Task<Outcome<Nothing>> SetVariables(
        ServerReference server,
        Dictionary<string, string> variables
    );

    Task<Outcome<ConsoleTicket>> ConsoleTicket(string serverUuid);

    Task<Outcome<EggDefinition[]>> Eggs();

    Task<ProviderCheck[]> Test();
}

/// <summary>Opens the adapter of one vendor.</summary>
internal interface IServerHostFactory
{
    /// <summary>As in <see cref="ProviderSettings.Kind"/>.</summary>
    string Kind { get; }

    IServerHost Open(ProviderConnection connection, LineCalls calls);
}
