using System.Text.Json;
using Elizon.Grains.Providers.Pterodactyl.Wire;
using Elizon.Grains.Providers.Settings;
using Elizon.Services;

namespace Elizon.Grains.Providers.Pterodactyl;

/// <summary>A Pterodactyl panel as a host of servers (pterodactyl sheet, sections 2 and 3).</summary>
internal sealed partial class PterodactylHost(PterodactylApi api, ProviderConnection connection)
    : IServerHost
{
    public async Task<Outcome<ServerSeen?>> Find(ServiceId service)
    {
        var found = await FindServer(service);
        return found.IsDone
            ? Outcome<ServerSeen?>.Done(found.Value?.ToSeen())
            : found.As<ServerSeen?>();
    }

    public Task<Outcome<Nothing>> Reinstall(ServiceId service, ServerReference server) =>
        OnOwn(service, id => api.Application(HttpMethod.Post, $"/servers/{id}/reinstall"));

    public Task<Outcome<Nothing>> Suspend(ServiceId service, ServerReference server) =>
        OnOwn(service, id => api.Application(HttpMethod.Post, $"/servers/{id}/suspend"));

    public Task<Outcome<Nothing>> Unsuspend(ServiceId service, ServerReference server) =>
        OnOwn(service, id => api.Application(HttpMethod.Post, $"/servers/{id}/unsuspend"));

    /// <summary>Looked up by its tag, so that an id that belongs to somebody else by now is never touched. Gone is done.</summary>
    public async Task<Outcome<Nothing>> Delete(ServiceId service, ServerReference? server)
    {
        var found = await FindServer(service);
        if (!found.IsDone)
            return found.As<Nothing>();
        if (found.Value is not { } own)
            return Outcome<Nothing>.Done(default);
        var deleted = await api.Application(HttpMethod.Delete, $"/servers/{own.Id}");
        return deleted.IsSuccess || deleted.IsMissing
            ? Outcome<Nothing>.Done(default)
            : deleted.Failed<Nothing>();
    }

    /// <summary>All four fields: what is left out is wiped by the panel, our tag with it.</summary>
    public async Task<Outcome<Nothing>> Rename(
        ServiceId service,
        ServerReference server,
        string name
    )
    {
        var found = await FindServer(service);
        if (found is not { IsDone: true, Value: { } own })
            return found.IsDone
                ? Outcome<Nothing>.Refused(RefusedFor.Missing, "The server is gone.")
                : found.As<Nothing>();
        return Done(
            await api.Application(
                HttpMethod.Patch,
                $"/servers/{own.Id}/details",
                new Dictionary<string, object?>
                {
                    ["name"] = name,
                    ["user"] = own.User,
                    ["external_id"] = service.Value,
                    ["description"] = own.Description ?? "",
                }
            )
        );
    }

    public async Task<Outcome<Nothing>> Power(ServerReference server, PowerSignal signal) =>
        Done(
            await api.Client(
                HttpMethod.Post,
                $"/servers/{Short(server)}/power",
                new { signal = signal.ToString().ToLowerInvariant() }
            )
        );

    public Task<Outcome<ServerUsage>> Usage(ServerReference server) =>
        Read<PanelItem<PanelResources>, ServerUsage>(
            api.Client(HttpMethod.Get, $"/servers/{Short(server)}/resources"),
            r => r.Attributes.ToUsage()
        );

    public Task<Outcome<ServiceAllocation[]>> Allocations(ServerReference server) =>
        Read<PanelList<PanelAllocation>, ServiceAllocation[]>(
            api.Client(HttpMethod.Get, $"/servers/{Short(server)}/network/allocations"),
            list => [.. list.Data.Select(a => a.Attributes.ToAllocation())]
        );

    public Task<Outcome<ServerVariable[]>> Variables(ServerReference server) =>
        Read<PanelList<PanelVariable>, ServerVariable[]>(
            api.Client(HttpMethod.Get, $"/servers/{Short(server)}/startup"),
            list =>
                [
                    .. list.Data.Select(v => new ServerVariable(
                        v.Attributes.EnvVariable,
                        v.Attributes.ServerValue ?? v.Attributes.DefaultValue ?? ""
                    )),
                ]
        );

    /// <summary>One call per variable; setting one to what it is changes nothing, so a repeat after a fault is safe.</summary>
    public async Task<Outcome<Nothing>> SetVariables(
        ServerReference server,
        Dictionary<string, string> variables
    )
    {
        foreach (var (key, value) in variables)
        {
            var set = Done(
                await api.Client(
                    HttpMethod.Put,
                    $"/servers/{Short(server)}/startup/variable",
                    new { key, value }
                )
            );
            if (!set.IsDone)
                return set;
        }
        return Outcome<Nothing>.Done(default);
    }

    public Task<Outcome<ConsoleTicket>> ConsoleTicket(string serverUuid) =>
        Read<PanelSocket, ConsoleTicket>(
            api.Client(HttpMethod.Get, $"/servers/{serverUuid}/websocket"),
            socket => new ConsoleTicket(socket.Data.Socket, socket.Data.Token, api.Panel)
        );

    private Task<Outcome<PanelServer?>> FindServer(ServiceId service) =>
        Lookup<PanelServer>($"/servers/external/{service}?include=allocations");

    /// <summary>A thing that may not be there: 404 is an answer.</summary>
    private async Task<Outcome<T?>> Lookup<T>(string path)
        where T : class
    {
        var answer = await api.Application(HttpMethod.Get, path);
        if (answer.IsMissing)
            return Outcome<T?>.Done(null);
        return answer.IsSuccess
            ? Outcome<T?>.Done(Parse<PanelItem<T>>(answer).Attributes)
            : answer.Failed<T?>();
    }

    private async Task<Outcome<Nothing>> OnOwn(
        ServiceId service,
        Func<long, Task<PanelAnswer>> call
    )
    {
        var found = await FindServer(service);
        if (!found.IsDone)
            return found.As<Nothing>();
        return found.Value is { } own
            ? Done(await call(own.Id))
            : Outcome<Nothing>.Refused(RefusedFor.Missing, "The server is gone.");
    }

    private static Outcome<Nothing> Done(PanelAnswer answer) =>
        answer.IsSuccess ? Outcome<Nothing>.Done(default) : answer.Failed<Nothing>();

    private static async Task<Outcome<TOurs>> Read<TWire, TOurs>(
        Task<PanelAnswer> call,
        Func<TWire, TOurs> convert
    )
    {
        var answer = await call;
        return answer.IsSuccess
            ? Outcome<TOurs>.Done(convert(Parse<TWire>(answer)))
            : answer.Failed<TOurs>();
    }

    private static T Parse<T>(PanelAnswer answer) => answer.Body.Deserialize<T>()!;

    /// <summary>The Client API takes the first part of the uuid as the server's name.</summary>
    private static string Short(ServerReference server) => server.Uuid.Split('-')[0];
}
