using System.Text.Json;
using Elizon.Providers;
using Elizon.Services;

namespace Elizon.Grains.Providers.Pterodactyl.Wire;

/// <summary>From the panel's words to ours.</summary>
internal static class PanelConversions
{
    public static ServerSeen ToSeen(this PanelServer server)
    {
        var port = server
            .Relationships?.Allocations?.Data.Select(a => a.Attributes)
            .FirstOrDefault(a => a.Id == server.Allocation);
        return new ServerSeen(
            new ServerReference($"{server.Id}", server.Uuid, $"{server.Node}"),
            IdText.IsValid(server.ExternalId) ? ServiceId.Of(server.ExternalId) : null,
            server.Status switch
            {
                "installing" => SetupState.Installing,
                "install_failed" or "reinstall_failed" => SetupState.Failed,
                _ => SetupState.Ready,
            },
            server.Suspended,
            port?.Alias is { Length: > 0 } alias ? alias : port?.Ip,
            port?.Port,
            server.Name
        );
    }

    public static EggDefinition ToDefinition(this PanelEgg egg, string key) =>
        new(
            new EggView(
                key,
                egg.Name,
                egg.DockerImages,
                [
                    .. (egg.Relationships?.Variables?.Data ?? []).Select(v =>
                        v.Attributes.ToVariable()
                    ),
                ]
            ),
            $"{egg.Nest}/{egg.Id}",
            egg.Startup
        );

    public static ServerUsage ToUsage(this PanelResources resources) =>
        new(
            Console.WingsFrame.Status(resources.CurrentState) ?? ServiceStatus.Stopped,
            new ServiceUsage(
                resources.Resources.CpuAbsolute,
                resources.Resources.MemoryBytes,
                0,
                resources.Resources.DiskBytes,
                0,
                resources.Resources.NetworkRxBytes,
                resources.Resources.NetworkTxBytes,
                resources.Resources.Uptime / 1000
            )
        );

    public static ServiceAllocation ToAllocation(this PanelAllocation port) =>
        new($"{port.Id}", port.Ip, port.IpAlias, port.Port, port.Notes, port.IsDefault);

    private static EggVariable ToVariable(this PanelVariable variable) =>
        new(
            variable.Name,
            variable.Description ?? "",
            variable.EnvVariable,
            variable.DefaultValue ?? "",
            variable.UserViewable,
            variable.UserEditable,
            // A list in newer exports, joined text in the API.
            variable.Rules.ValueKind == JsonValueKind.Array
                ? string.Join('|', variable.Rules.EnumerateArray().Select(r => r.ToString()))
                : variable.Rules.ToString()
        );
}
