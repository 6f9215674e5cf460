using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>How the Client API shows things.</summary>
internal static class ClientShapes
{
    public static readonly Shape<PanelServer> Server = new Shape<PanelServer>(
        "server",
        ServerAttributes
    )
    {
        Defaults = ["allocations", "variables"],
    }
        .Include(
            "allocations",
            (server, view, below) => Allocation!.List(VisibleAllocations(server, view), view, below)
        )
        .Include(
            "variables",
            (server, view, below) =>
                May(server, view, "startup.read")
                    ? Variable!.List(VariablesOf(server, view), view, below)
                    : Shape<PanelServer>.Null
        )
        .Include("egg", (server, view, _) => Egg(view.Panel.Tables.EggOf(server)))
        .Include(
            "subusers",
            (server, view, below) =>
                May(server, view, "user.read")
                    ? Subuser!.List(view.Panel.Tables.SubusersOf(server), view, below)
                    : Shape<PanelServer>.Null
        );

    public static readonly Shape<PanelAllocation> Allocation = new(
        "allocation",
        (allocation, view) =>
            new JsonObject
            {
                ["id"] = allocation.Id,
                ["ip"] = allocation.Ip,
                ["ip_alias"] = allocation.Alias,
                ["port"] = allocation.Port,
                ["notes"] = allocation.Notes,
                ["is_default"] =
                    view.Panel.Tables.Servers.Find(allocation.ServerId)?.AllocationId
                    == allocation.Id,
            }
    );

    public static readonly Shape<ServerVariable> Variable = new(
        "egg_variable",
        (variable, _) =>
            new JsonObject
            {
                ["name"] = variable.Variable.Name,
                ["description"] = variable.Variable.Description,
                ["env_variable"] = variable.Variable.EnvVariable,
                ["default_value"] = variable.Variable.DefaultValue,
                ["server_value"] = variable.Value,
                ["is_editable"] = variable.Variable.UserEditable,
                ["rules"] = variable.Variable.Rules,
            }
    );

    public static readonly Shape<PanelBackup> Backup = new(
        "backup",
        (backup, _) =>
            new JsonObject
            {
                ["uuid"] = backup.Uuid,
                ["is_successful"] = backup.IsSuccessful,
                ["is_locked"] = backup.IsLocked,
                ["name"] = backup.Name,
                ["ignored_files"] = new JsonArray([
                    .. backup.IgnoredFiles.Select(file => JsonValue.Create(file)),
                ]),
                ["checksum"] = backup.Checksum,
                ["bytes"] = backup.Bytes,
                ["created_at"] = backup.CreatedAt.Atom(),
                ["completed_at"] = backup.CompletedAt?.Atom(),
            }
    );

    public static readonly Shape<Wings.FileStat> File = new(
        "file_object",
        (file, _) =>
            new JsonObject
            {
                ["name"] = file.Name,
                ["mode"] = file.Mode,
                ["mode_bits"] = file.ModeBits,
                ["size"] = file.Size,
                ["is_file"] = file.IsFile,
                ["is_symlink"] = file.IsSymlink,
                ["mimetype"] = file.Mime,
                ["created_at"] = file.CreatedAt.Atom(),
                ["modified_at"] = file.ModifiedAt.Atom(),
            }
    );

    public static readonly Shape<PanelSubuser> Subuser = new(
        "server_subuser",
        (subuser, view) =>
        {
            var attributes = UserAttributes(view.Panel.Tables.Users.Find(subuser.UserId)!);
            attributes["permissions"] = new JsonArray([
                .. subuser.Permissions.Select(permission => JsonValue.Create(permission)),
            ]);
            return attributes;
        }
    );

    /// <summary>The variables a customer may see, with the server's values.</summary>
    public static IEnumerable<ServerVariable> VariablesOf(PanelServer server, ShapeView view) =>
        view
            .Panel.Tables.EggOf(server)
            .Variables.Where(variable => variable.UserViewable)
            .Select(variable => new ServerVariable(
                variable,
                server.Variables.GetValueOrDefault(variable.Id)
            ));

    private static JsonObject Egg(PanelEgg egg) =>
        new()
        {
            ["object"] = "egg",
            ["attributes"] = new JsonObject { ["uuid"] = egg.Uuid, ["name"] = egg.Name },
        };

    private static IEnumerable<PanelAllocation> VisibleAllocations(
        PanelServer server,
        ShapeView view
    ) =>
        May(server, view, "allocation.read")
            ? view.Panel.Tables.AllocationsOf(server)
            : [view.Panel.Tables.AllocationOf(server) with { Notes = null }];

    private static bool May(PanelServer server, ShapeView view, string demand) =>
        ServerRights.Allow(ServerRights.Of(view.Panel.Tables, server, view.Call.User), demand);

    private static JsonObject UserAttributes(PanelUser user)
    {
#pragma warning disable CA5351, CA1308 // Gravatar's address scheme.
        var gravatar = Convert.ToHexStringLower(
            MD5.HashData(Encoding.UTF8.GetBytes(user.Email.ToLowerInvariant()))
        );
#pragma warning restore CA5351, CA1308
        return new JsonObject
        {
            ["uuid"] = user.Uuid,
            ["username"] = user.Username,
            ["email"] = user.Email,
            ["image"] = $"https://gravatar.com/avatar/{gravatar}",
            ["2fa_enabled"] = user.TwoFactor,
            ["created_at"] = user.CreatedAt.Atom(),
        };
    }

    private static JsonObject ServerAttributes(PanelServer server, ShapeView view)
    {
        var node = view.Panel.NodeOf(server);
        return new JsonObject
        {
            ["server_owner"] = server.OwnerId == view.Call.User.Id,
            ["identifier"] = server.Identifier,
            ["internal_id"] = server.Id,
            ["uuid"] = server.Uuid,
            ["name"] = server.Name,
            ["node"] = node.Name,
            ["is_node_under_maintenance"] = node.MaintenanceMode,
            ["sftp_details"] = new JsonObject { ["ip"] = node.Fqdn, ["port"] = node.DaemonSftp },
            ["description"] = server.Description,
            ["limits"] = ServerLimits.Of(server),
            ["invocation"] = ServerEnvironment.Invocation(
                view.Panel.Tables,
                server,
                hideAll: !May(server, view, "startup.read")
            ),
            ["docker_image"] = server.Image,
            ["egg_features"] = view.Panel.Tables.EggOf(server).Features is { } features
                ? new JsonArray([.. features.Select(feature => JsonValue.Create(feature))])
                : null,
            ["feature_limits"] = ServerLimits.Features(server),
            ["status"] = server.Status,
            ["is_suspended"] = server.IsSuspended,
            ["is_installing"] = !server.IsInstalled,
            ["is_transferring"] = false,
        };
    }
}

/// <summary>An egg's variable with a server's value; null shows that none was ever stored.</summary>
internal sealed record ServerVariable(EggVariable Variable, string? Value);
