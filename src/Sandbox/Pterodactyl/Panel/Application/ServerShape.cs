using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>How the Application API shows a server.</summary>
internal static class ServerShape
{
    public static readonly Shape<PanelServer> Server = new Shape<PanelServer>("server", Attributes)
        .Include(
            "allocations",
            (server, view, below) =>
                view.MayRead("allocations")
                    ? ApplicationShapes.Allocation.List(
                        view.Panel.Tables.AllocationsOf(server),
                        view,
                        below
                    )
                    : Shape<PanelAllocation>.Null
        )
        .Include(
            "user",
            (server, view, below) =>
                view.MayRead("users")
                    ? ApplicationShapes.User.Item(
                        view.Panel.Tables.Users.Find(server.OwnerId)!,
                        view,
                        below
                    )
                    : Shape<PanelUser>.Null
        )
        .Include(
            "subusers",
            (server, view, _) =>
                view.MayRead("users") ? Subusers(server, view) : Shape<PanelSubuser>.Null
        )
        .Include(
            "nest",
            (server, view, below) =>
                view.MayRead("nests")
                    ? ApplicationShapes.Nest.Item(
                        view.Panel.Tables.Nests.Find(server.NestId)!,
                        view,
                        below
                    )
                    : Shape<PanelNest>.Null
        )
        .Include(
            "egg",
            (server, view, below) =>
                view.MayRead("eggs")
                    ? EggShape.Egg.Item(view.Panel.Tables.EggOf(server), view, below)
                    : Shape<PanelEgg>.Null
        )
        .Include(
            "variables",
            (server, view, _) =>
                view.MayRead("servers") ? Variables(server, view) : Shape<PanelServer>.Null
        )
        .Include(
            "location",
            (server, view, below) =>
                view.MayRead("locations")
                    ? ApplicationShapes.Location.Item(
                        view.Panel.Tables.LocationOf(view.Panel.Tables.NodeOf(server)),
                        view,
                        below
                    )
                    : Shape<PanelLocation>.Null
        )
        .Include(
            "node",
            (server, view, below) =>
                view.MayRead("nodes")
                    ? ApplicationShapes.Node.Item(view.Panel.Tables.NodeOf(server), view, below)
                    : Shape<PanelNode>.Null
        )
        .Include(
            "databases",
            (_, view, _) =>
                view.MayRead("server_databases")
                    ? new JsonObject { ["object"] = "list", ["data"] = new JsonArray() }
                    : Shape<PanelServer>.Null
        )
        .Include("transfer", (_, _, _) => Shape<PanelServer>.Null);

    private static JsonObject Attributes(PanelServer server, ShapeView view) =>
        new()
        {
            ["id"] = server.Id,
            ["external_id"] = server.ExternalId,
            ["uuid"] = server.Uuid,
            ["identifier"] = server.Identifier,
            ["name"] = server.Name,
            ["description"] = server.Description,
            ["status"] = server.Status,
            ["suspended"] = server.IsSuspended,
            ["limits"] = ServerLimits.Of(server),
            ["feature_limits"] = ServerLimits.Features(server),
            ["user"] = server.OwnerId,
            ["node"] = server.NodeId,
            ["allocation"] = server.AllocationId,
            ["nest"] = server.NestId,
            ["egg"] = server.EggId,
            ["container"] = new JsonObject
            {
                ["startup_command"] = server.Startup,
                ["image"] = server.Image,
                ["installed"] = server.IsInstalled ? 1 : 0,
                ["environment"] = Environment(server, view),
            },
            ["updated_at"] = server.UpdatedAt.Atom(),
            ["created_at"] = server.CreatedAt.Atom(),
        };

    private static JsonObject Environment(PanelServer server, ShapeView view)
    {
        var environment = new JsonObject(
            ServerEnvironment
                .Of(view.Panel.Tables, server)
                .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))
        );
        environment["P_SERVER_ALLOCATION_LIMIT"] = server.AllocationLimit;
        return environment;
    }

    private static JsonObject Variables(PanelServer server, ShapeView view)
    {
        var egg = view.Panel.Tables.EggOf(server);
        var items = egg.Variables.Select(variable =>
        {
            var attributes = EggShape.Variable(egg, variable);
            attributes["server_value"] = server.Variables.GetValueOrDefault(variable.Id);
            return new JsonObject { ["object"] = "server_variable", ["attributes"] = attributes };
        });
        return new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. items]) };
    }

    private static JsonObject Subusers(PanelServer server, ShapeView view)
    {
        var items = view
            .Panel.Tables.SubusersOf(server)
            .Select(subuser => new JsonObject
            {
                ["object"] = "subuser",
                ["attributes"] = new JsonObject
                {
                    ["id"] = subuser.Id,
                    ["user_id"] = subuser.UserId,
                    ["server_id"] = subuser.ServerId,
                    ["permissions"] = new JsonArray([
                        .. subuser.Permissions.Select(permission => JsonValue.Create(permission)),
                    ]),
                },
            });
        return new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. items]) };
    }
}
