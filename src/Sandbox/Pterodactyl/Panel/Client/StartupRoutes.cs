using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Validation;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>A server's start variables; a change shows at the next start.</summary>
internal static class StartupRoutes
{
    public static PanelAnswer List(PanelCall call, PanelContext panel)
    {
        var egg = panel.Tables.EggOf(call.Server);
        var meta = Meta(call.Server, panel);
        meta["docker_images"] = new JsonObject(
            egg.Images.DistinctBy(image => image.Label)
                .Select(image => KeyValuePair.Create(image.Label, (JsonNode?)image.Image))
        );
        return call.List(
            panel,
            ClientShapes.Variable,
            ClientShapes.VariablesOf(call.Server, new ShapeView(call, panel)),
            meta
        );
    }

    public static PanelAnswer Update(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(call.Validator().Field("key", "required|string").Field("value", "present"));
        // A name the egg does not have: the panel reads a property of null.
        var variable =
            panel
                .Tables.EggOf(call.Server)
                .Variables.Find(row => row.EnvVariable == call.Text("key"))
            ?? throw PanelFailures.Internal();
        if (!variable.UserViewable)
            throw PanelFailures.BadRequest(
                "The environment variable you are trying to edit does not exist."
            );
        if (!variable.UserEditable)
            throw PanelFailures.BadRequest(
                "The environment variable you are trying to edit is read-only."
            );
        PanelCall.Check(call.Validator().Field("value", variable.Rules));
        var value = PhpValue.Text(call.Input["value"]);
        var server = panel.Tables.ChangeServer(
            call.Server.Id,
            row =>
                row with
                {
                    Variables = new Dictionary<int, string>(row.Variables)
                    {
                        [variable.Id] = value,
                    },
                }
        );
        if (server is null)
            throw PanelFailures.NotFound();
        panel.Activity.Add(
            call,
            "server:startup.edit",
            ("variable", variable.EnvVariable),
            ("new", value)
        );
        return call.Item(
            panel,
            ClientShapes.Variable,
            new ServerVariable(variable, call.Text("value")),
            Meta(server, panel)
        );
    }

    private static JsonObject Meta(PanelServer server, PanelContext panel) =>
        new()
        {
            ["startup_command"] = ServerEnvironment.Invocation(panel.Tables, server),
            ["raw_startup_command"] = server.Startup,
        };
}
