using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>Locations and nodes, to read.</summary>
internal static class PlaceRoutes
{
    public static PanelAnswer Locations(PanelCall call, PanelContext panel) =>
        call.Page(
            panel,
            ApplicationShapes.Location,
            new PanelQuery<PanelLocation>(panel.Tables.Locations.All)
                .Filter("short", location => location.Short)
                .Filter("long", location => location.Long)
                .Sort("id", location => location.Id)
                .Run(call)
        );

    public static PanelAnswer Location(PanelCall call, PanelContext panel) =>
        call.Item(
            panel,
            ApplicationShapes.Location,
            panel.Tables.Locations.Find(call.RouteId("location")) ?? throw PanelFailures.NotFound()
        );

    public static PanelAnswer Nodes(PanelCall call, PanelContext panel) =>
        call.Page(
            panel,
            ApplicationShapes.Node,
            new PanelQuery<PanelNode>(panel.Tables.Nodes.All)
                .Filter("uuid", node => node.Uuid)
                .Filter("name", node => node.Name)
                .Filter("fqdn", node => node.Fqdn)
                .Filter("daemon_token_id", _ => null)
                .Sort("id", node => node.Id)
                .Sort("uuid", node => node.Uuid)
                .Sort("memory", node => node.Memory)
                .Sort("disk", node => node.Disk)
                .Run(call)
        );

    public static PanelAnswer Node(PanelCall call, PanelContext panel) =>
        call.Item(panel, ApplicationShapes.Node, Find(call, panel));

    public static PanelAnswer Deployable(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator()
                .Field("page", "integer")
                .Field("memory", "required|integer|min:0")
                .Field("disk", "required|integer|min:0")
                .Field("location_ids", "array")
                .Field("location_ids.*", "integer")
        );
        var nodes = Deployment.Nodes(
            panel.Tables,
            call.Ints("location_ids"),
            call.Long("memory")!.Value,
            call.Long("disk")!.Value
        );
        return call.Has("page")
            ? call.Page(panel, ApplicationShapes.Node, nodes)
            : call.List(panel, ApplicationShapes.Node, nodes);
    }

    public static PanelNode Find(PanelCall call, PanelContext panel) =>
        panel.Tables.Nodes.Find(call.RouteId("node")) ?? throw PanelFailures.NotFound();
}
