using System.Globalization;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>The variables a server runs with, and its start line as people see it.</summary>
internal static class ServerEnvironment
{
    private const string Hidden = "[hidden]";

    public static Dictionary<string, string> Of(PanelTables tables, PanelServer server)
    {
        var egg = tables.EggOf(server);
        var environment = egg.Variables.ToDictionary(
            variable => variable.EnvVariable,
            variable => server.Variables.GetValueOrDefault(variable.Id, variable.DefaultValue)
        );
        environment["STARTUP"] = server.Startup;
        environment["P_SERVER_LOCATION"] = tables.LocationOf(tables.NodeOf(server)).Short;
        environment["P_SERVER_UUID"] = server.Uuid;
        environment["P_SERVER_ALLOCATION_LIMIT"] = (server.AllocationLimit ?? 0).ToString(
            CultureInfo.InvariantCulture
        );
        return environment;
    }

    public static string Invocation(PanelTables tables, PanelServer server, bool hideAll = false)
    {
        var allocation = tables.AllocationOf(server);
        var text = server
            .Startup.Replace(
                "{{SERVER_MEMORY}}",
                server.Memory.ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            )
            .Replace("{{SERVER_IP}}", allocation.Ip, StringComparison.Ordinal)
            .Replace(
                "{{SERVER_PORT}}",
                allocation.Port.ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );
        foreach (var variable in tables.EggOf(server).Variables)
        {
            var value =
                variable.UserViewable && !hideAll
                    ? server.Variables.GetValueOrDefault(variable.Id, variable.DefaultValue)
                    : Hidden;
            text = text.Replace($"{{{{{variable.EnvVariable}}}}}", value, StringComparison.Ordinal);
        }
        return text;
    }
}
