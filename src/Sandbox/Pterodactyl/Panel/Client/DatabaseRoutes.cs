using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>Databases on a panel that has no database host: none exist, none can be made.</summary>
internal static class DatabaseRoutes
{
    public static PanelAnswer List(PanelCall call, PanelContext panel) =>
        PanelAnswer.Ok(new JsonObject { ["object"] = "list", ["data"] = new JsonArray() });

    public static PanelAnswer Create(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator()
                .Field("database", "required|alpha_dash|min:3|max:48")
                .Field("remote", "required|string|regex:/^[\\w\\-\\/.%:]+$/")
        );
        throw PanelFailures.Display(
            "No database host was found that meets the requirements for this server.",
            "NoSuitableDatabaseHostException"
        );
    }
}
