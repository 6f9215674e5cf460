using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>Nests and eggs, to read.</summary>
internal static class EggRoutes
{
    public static PanelAnswer Nests(PanelCall call, PanelContext panel) =>
        call.Page(panel, ApplicationShapes.Nest, [.. panel.Tables.Nests.All]);

    public static PanelAnswer Nest(PanelCall call, PanelContext panel) =>
        call.Item(panel, ApplicationShapes.Nest, FindNest(call, panel));

    public static PanelAnswer List(PanelCall call, PanelContext panel)
    {
        var nest = FindNest(call, panel);
        return call.List(
            panel,
            EggShape.Egg,
            panel.Tables.Eggs.All.Where(egg => egg.NestId == nest.Id)
        );
    }

    public static PanelAnswer Show(PanelCall call, PanelContext panel)
    {
        var nest = FindNest(call, panel);
        var egg = panel.Tables.Eggs.Find(call.RouteId("egg"));
        return egg?.NestId == nest.Id
            ? call.Item(panel, EggShape.Egg, egg)
            : throw PanelFailures.NotFound();
    }

    private static PanelNest FindNest(PanelCall call, PanelContext panel) =>
        panel.Tables.Nests.Find(call.RouteId("nest")) ?? throw PanelFailures.NotFound();
}
