using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>How the Application API shows users, places, nests. Servers and eggs have files of their own.</summary>
internal static class ApplicationShapes
{
    public static readonly Shape<PanelUser> User = new Shape<PanelUser>(
        "user",
        (user, _) =>
            new JsonObject
            {
                ["id"] = user.Id,
                ["external_id"] = user.ExternalId,
                ["uuid"] = user.Uuid,
                ["username"] = user.Username,
                ["email"] = user.Email,
                ["first_name"] = user.FirstName,
                ["last_name"] = user.LastName,
                ["language"] = user.Language,
                ["root_admin"] = user.RootAdmin,
                ["2fa"] = user.TwoFactor,
                ["created_at"] = user.CreatedAt.Atom(),
                ["updated_at"] = user.UpdatedAt.Atom(),
            }
    ).Include(
        "servers",
        (user, view, below) => Servers(view, below, server => server.OwnerId == user.Id)
    );

    public static readonly Shape<PanelLocation> Location = new Shape<PanelLocation>(
        "location",
        (location, _) =>
            new JsonObject
            {
                ["id"] = location.Id,
                ["short"] = location.Short,
                ["long"] = location.Long,
                ["updated_at"] = location.UpdatedAt.Atom(),
                ["created_at"] = location.CreatedAt.Atom(),
            }
    ).Include("nodes", (location, view, below) => view.MayRead("nodes") ? Node!.List(view.Panel.Tables.Nodes.All.Where(node => node.LocationId == location.Id), view, below) : Shape<PanelNode>.Null).Include("servers", (location, view, below) => Servers(view, below, server => view.Panel.Tables.NodeOf(server).LocationId == location.Id));

    public static readonly Shape<PanelAllocation> Allocation = new Shape<PanelAllocation>(
        "allocation",
        (allocation, _) =>
            new JsonObject
            {
                ["id"] = allocation.Id,
                ["ip"] = allocation.Ip,
                ["alias"] = allocation.Alias,
                ["port"] = allocation.Port,
                ["notes"] = allocation.Notes,
                ["assigned"] = allocation.ServerId is not null,
            }
    ).Include("node", (allocation, view, below) => view.MayRead("nodes") ? Node!.Item(view.Panel.Tables.Nodes.Find(allocation.NodeId)!, view, below) : Shape<PanelNode>.Null).Include("server", (allocation, view, below) => view.MayRead("servers") && view.Panel.Tables.Servers.Find(allocation.ServerId) is { } server ? ServerShape.Server.Item(server, view, below) : Shape<PanelServer>.Null);

    public static readonly Shape<PanelNode> Node = new Shape<PanelNode>("node", NodeAttributes)
        .Include(
            "allocations",
            (node, view, below) =>
                view.MayRead("allocations")
                    ? Allocation.List(
                        view.Panel.Tables.Allocations.All.Where(row => row.NodeId == node.Id),
                        view,
                        below
                    )
                    : Shape<PanelAllocation>.Null
        )
        .Include(
            "location",
            (node, view, below) =>
                view.MayRead("locations")
                    ? Location.Item(view.Panel.Tables.LocationOf(node), view, below)
                    : Shape<PanelLocation>.Null
        )
        .Include(
            "servers",
            (node, view, below) => Servers(view, below, server => server.NodeId == node.Id)
        );

    public static readonly Shape<PanelNest> Nest = new Shape<PanelNest>(
        "nest",
        (nest, _) =>
            new JsonObject
            {
                ["id"] = nest.Id,
                ["uuid"] = nest.Uuid,
                ["author"] = nest.Author,
                ["name"] = nest.Name,
                ["description"] = nest.Description,
                ["created_at"] = nest.CreatedAt.Atom(),
                ["updated_at"] = nest.UpdatedAt.Atom(),
            }
    ).Include("eggs", (nest, view, below) => view.MayRead("eggs") ? EggShape.Egg.List(view.Panel.Tables.Eggs.All.Where(egg => egg.NestId == nest.Id), view, below) : Shape<PanelEgg>.Null).Include("servers", (nest, view, below) => Servers(view, below, server => server.NestId == nest.Id));

    public static JsonObject Servers(
        ShapeView view,
        IncludeTree below,
        Func<PanelServer, bool> wanted
    ) =>
        view.MayRead("servers")
            ? ServerShape.Server.List(view.Panel.Tables.Servers.All.Where(wanted), view, below)
            : Shape<PanelServer>.Null;

    private static JsonObject NodeAttributes(PanelNode row, ShapeView view)
    {
        var node = view.Panel.Node(row);
        var servers = view
            .Panel.Tables.Servers.All.Where(server => server.NodeId == node.Id)
            .ToList();
        return new JsonObject
        {
            ["id"] = node.Id,
            ["uuid"] = node.Uuid,
            ["public"] = node.Public,
            ["name"] = node.Name,
            ["description"] = node.Description,
            ["location_id"] = node.LocationId,
            ["fqdn"] = node.Fqdn,
            ["scheme"] = node.Scheme,
            ["behind_proxy"] = node.BehindProxy,
            ["maintenance_mode"] = node.MaintenanceMode,
            ["memory"] = node.Memory,
            ["memory_overallocate"] = node.MemoryOverallocate,
            ["disk"] = node.Disk,
            ["disk_overallocate"] = node.DiskOverallocate,
            ["upload_size"] = node.UploadSize,
            ["daemon_listen"] = node.DaemonListen,
            ["daemon_sftp"] = node.DaemonSftp,
            ["daemon_base"] = node.DaemonBase,
            ["created_at"] = node.CreatedAt.Atom(),
            ["updated_at"] = node.UpdatedAt.Atom(),
            ["allocated_resources"] = new JsonObject
            {
                ["memory"] = servers.Sum(server => server.Memory),
                ["disk"] = servers.Sum(server => server.Disk),
            },
        };
    }
}
