using Elizon.Sandbox.Pterodactyl.Panel.Client;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>All routes under <c>/api/application</c>, with the resource whose right each needs.</summary>
internal static class ApplicationApi
{
    public static IReadOnlyList<PanelRoute> Routes()
    {
        var api = new PanelRoutes(PanelApi.Application, "/api/application");

        api.Get("/users", "users", UserRoutes.List);
        api.Get("/users/{user}", "users", UserRoutes.Show);
        api.Get("/users/external/{external}", "users", UserRoutes.ShowExternal);
        api.Post("/users", "users", UserRoutes.Create);
        api.Patch("/users/{user}", "users", UserRoutes.Update);
        api.Delete("/users/{user}", "users", UserRoutes.Delete);

        api.Get("/locations", "locations", PlaceRoutes.Locations);
        api.Get("/locations/{location}", "locations", PlaceRoutes.Location);
        api.Get("/nodes", "nodes", PlaceRoutes.Nodes);
        api.Get("/nodes/deployable", "nodes", PlaceRoutes.Deployable);
        api.Get("/nodes/{node}", "nodes", PlaceRoutes.Node);
        api.Get("/nodes/{node}/allocations", "allocations", AllocationRoutes.List);
        api.Post("/nodes/{node}/allocations", "allocations", AllocationRoutes.Create);
        api.Delete(
            "/nodes/{node}/allocations/{allocation}",
            "allocations",
            AllocationRoutes.Delete
        );

        api.Get("/nests", "nests", EggRoutes.Nests);
        api.Get("/nests/{nest}", "nests", EggRoutes.Nest);
        api.Get("/nests/{nest}/eggs", "eggs", EggRoutes.List);
        api.Get("/nests/{nest}/eggs/{egg}", "eggs", EggRoutes.Show);

        api.Get("/servers", "servers", ServerRoutes.List);
        api.Get("/servers/{server}", "servers", ServerRoutes.Show);
        api.Get("/servers/external/{external}", "servers", ServerRoutes.ShowExternal);
        api.PostAsync("/servers", "servers", ServerCreation.Create);
        api.PatchAsync("/servers/{server}/details", "servers", ServerRoutes.Details);
        api.PatchAsync("/servers/{server}/build", "servers", ServerBuild.Update);
        api.Patch("/servers/{server}/startup", "servers", ServerStartup.Update);
        api.PostAsync("/servers/{server}/suspend", "servers", ServerRoutes.Suspend);
        api.PostAsync("/servers/{server}/unsuspend", "servers", ServerRoutes.Unsuspend);
        api.PostAsync("/servers/{server}/reinstall", "servers", ServerRoutes.Reinstall);
        api.DeleteAsync("/servers/{server}", "servers", ServerRoutes.Delete);
        api.DeleteAsync("/servers/{server}/force", "servers", ServerRoutes.ForceDelete);
        api.Get("/servers/{server}/databases", "server_databases", DatabaseRoutes.List);
        return api.All;
    }
}
