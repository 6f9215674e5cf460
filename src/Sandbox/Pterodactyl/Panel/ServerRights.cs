using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>What a user may do on a server, in the words that tokens carry too.</summary>
internal static class ServerRights
{
    public const string Connect = "websocket.connect";

    /// <summary>All that a sub-user can be given.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Connect,
        .. Names("control", "console", "start", "stop", "restart"),
        .. Names("user", "create", "read", "update", "delete"),
        .. Names("file", "create", "read", "read-content", "update", "delete", "archive", "sftp"),
        .. Names("backup", "create", "read", "delete", "download", "restore"),
        .. Names("allocation", "read", "create", "update", "delete"),
        .. Names("startup", "read", "update", "docker-image"),
        .. Names("database", "create", "read", "update", "delete", "view_password"),
        .. Names("schedule", "create", "read", "update", "delete"),
        .. Names("settings", "rename", "reinstall"),
        "activity.read",
    ];

    private static readonly IReadOnlyList<string> Owner = ["*"];
    private static readonly IReadOnlyList<string> Administrator =
    [
        "*",
        "admin.websocket.errors",
        "admin.websocket.install",
        "admin.websocket.transfer",
    ];

    /// <summary>Empty for a stranger.</summary>
    public static IReadOnlyList<string> Of(PanelTables tables, PanelServer server, PanelUser user)
    {
        if (user.RootAdmin)
            return Administrator;
        if (server.OwnerId == user.Id)
            return Owner;
        return tables
                .SubusersOf(server)
                .FirstOrDefault(subuser => subuser.UserId == user.Id)
                ?.Permissions
            ?? [];
    }

    /// <summary><c>*</c> covers all but <c>admin.*</c>.</summary>
    public static bool Allow(IReadOnlyList<string> rights, string demand) =>
        rights.Contains(demand)
        || (rights.Contains("*") && !demand.StartsWith("admin", StringComparison.Ordinal));

    public static string ForSignal(string? signal) =>
        signal switch
        {
            "start" => "control.start",
            "stop" or "kill" => "control.stop",
            "restart" => "control.restart",
            // The panel checks the right before the input, so a wrong signal is refused to sub-users and 422 to owners.
            _ => "__invalid",
        };

    private static IEnumerable<string> Names(string group, params string[] verbs) =>
        verbs.Select(verb => $"{group}.{verb}");
}
