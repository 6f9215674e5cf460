using System.Text.Json;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>How the Application API shows an egg and its variables.</summary>
internal static class EggShape
{
    public static readonly Shape<PanelEgg> Egg = new Shape<PanelEgg>(
        "egg",
        (egg, _) =>
            new JsonObject
            {
                ["id"] = egg.Id,
                ["uuid"] = egg.Uuid,
                ["name"] = egg.Name,
                ["nest"] = egg.NestId,
                ["author"] = egg.Author,
                ["description"] = egg.Description,
                ["docker_image"] = egg.Images[0].Image,
                ["docker_images"] = new JsonObject(
                    egg.Images.DistinctBy(image => image.Label)
                        .Select(image => KeyValuePair.Create(image.Label, (JsonNode?)image.Image))
                ),
                ["config"] = Config(egg),
                ["startup"] = egg.Startup,
                ["script"] = new JsonObject
                {
                    ["privileged"] = true,
                    ["install"] = egg.Script,
                    ["entry"] = egg.ScriptEntry,
                    ["container"] = egg.ScriptContainer,
                    ["extends"] = null,
                },
                ["created_at"] = egg.CreatedAt.Atom(),
                ["updated_at"] = egg.UpdatedAt.Atom(),
            }
    )
        .Include(
            "nest",
            (egg, view, below) =>
                view.MayRead("nests")
                    ? ApplicationShapes.Nest.Item(
                        view.Panel.Tables.Nests.Find(egg.NestId)!,
                        view,
                        below
                    )
                    : Shape<PanelNest>.Null
        )
        .Include(
            "servers",
            (egg, view, below) =>
                ApplicationShapes.Servers(view, below, server => server.EggId == egg.Id)
        )
        // Only an egg that inherits has these; none of the sandbox's does.
        .Include("config", (_, _, _) => Shape<PanelEgg>.Null)
        .Include("script", (_, _, _) => Shape<PanelEgg>.Null)
        .Include(
            "variables",
            (egg, view, _) => view.MayRead("eggs") ? Variables(egg) : Shape<PanelEgg>.Null
        );

    public static JsonObject Variable(PanelEgg egg, EggVariable variable) =>
        new()
        {
            ["id"] = variable.Id,
            ["egg_id"] = egg.Id,
            ["name"] = variable.Name,
            ["description"] = variable.Description,
            ["env_variable"] = variable.EnvVariable,
            ["default_value"] = variable.DefaultValue,
            ["user_viewable"] = variable.UserViewable,
            ["user_editable"] = variable.UserEditable,
            ["rules"] = variable.Rules,
            ["created_at"] = egg.CreatedAt.Atom(),
            ["updated_at"] = egg.UpdatedAt.Atom(),
        };

    private static JsonObject Variables(PanelEgg egg) =>
        new()
        {
            ["object"] = "list",
            ["data"] = new JsonArray([
                .. egg.Variables.Select(variable => new JsonObject
                {
                    ["object"] = "egg_variable",
                    ["attributes"] = Variable(egg, variable),
                }),
            ]),
        };

    private static JsonObject Config(PanelEgg egg) =>
        new()
        {
            ["files"] = Decode(egg.ConfigFiles) is JsonObject files ? files : new JsonObject(),
            ["startup"] = Decode(egg.ConfigStartup),
            ["stop"] = egg.Stop,
            ["logs"] = Decode(egg.ConfigLogs),
            ["file_denylist"] = new JsonArray([
                .. egg.FileDenylist.Select(name => JsonValue.Create(name)),
            ]),
            ["extends"] = null,
        };

    private static JsonNode? Decode(string json)
    {
        try
        {
            return JsonNode.Parse(json)?.DeepClone();
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            // Real eggs hold text that is no JSON; the panel shows null then.
            return null;
        }
    }
}
