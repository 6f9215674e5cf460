using System.Text.Json;
using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>
/// Reads an exported egg, PTDL_v1 or v2. The first version lists its images (<c>images</c>, or a single <c>image</c>) without labels; both carry the configuration as JSON text.
/// </summary>
internal static class EggFile
{
    /// <exception cref="EggFileFault">The text is no egg.</exception>
    public static PanelEgg Read(
        string json,
        int nestId,
        DateTimeOffset now,
        Func<int> nextVariableId
    )
    {
        var root = Parse(json);
        var version = Text(root["meta"]?["version"]);
        if (version is not ("PTDL_v1" or "PTDL_v2"))
            throw new EggFileFault(
                "The JSON file provided is not in a format that can be recognized."
            );
        var script = root["scripts"]?["installation"];
        return new PanelEgg
        {
            Id = 0,
            Uuid = Guid.NewGuid().ToString(),
            NestId = nestId,
            Author = Text(root["author"]) ?? "unknown@example.com",
            Name = Text(root["name"]) ?? throw new EggFileFault("The egg has no name."),
            Description = Text(root["description"]),
            Features = root["features"] is JsonArray features
                ? [.. features.Select(Text).OfType<string>()]
                : null,
            Images = version == "PTDL_v2" ? LabelledImages(root) : PlainImages(root),
            FileDenylist = root["file_denylist"] is JsonArray denied
                ? [.. denied.Select(Text).OfType<string>().Where(name => name.Length > 0)]
                : [],
            UpdateUrl = Text(root["meta"]?["update_url"]),
            ConfigFiles = JsonText(root["config"]?["files"]),
            ConfigStartup = JsonText(root["config"]?["startup"]),
            ConfigLogs = JsonText(root["config"]?["logs"]),
            Stop = Text(root["config"]?["stop"]) ?? "^C",
            Startup = Text(root["startup"]) ?? throw new EggFileFault("The egg has no startup."),
            Script = Text(script?["script"]),
            ScriptEntry = Text(script?["entrypoint"]) ?? "bash",
            ScriptContainer = Text(script?["container"]) ?? "alpine:3.4",
            Variables = root["variables"] is JsonArray variables
                ?
                [
                    .. variables
                        .OfType<JsonObject>()
                        .Select(variable => Variable(variable, nextVariableId())),
                ]
                : [],
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private static JsonObject Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject
                ?? throw new EggFileFault("The JSON file provided was not valid.");
        }
        catch (JsonException fault)
        {
            throw new EggFileFault(
                $"There was an error while attempting to parse the JSON file: {fault.Message}."
            );
        }
    }

    private static List<EggImage> LabelledImages(JsonObject root) =>
        root["docker_images"] is JsonObject { Count: > 0 } images
            ? [.. images.Select(pair => new EggImage(pair.Key, Text(pair.Value) ?? ""))]
            : throw new EggFileFault("The egg names no docker image.");

    private static List<EggImage> PlainImages(JsonObject root)
    {
        var images = root["images"] is JsonArray list
            ? list.Select(Text).OfType<string>()
            : [Text(root["image"]) ?? Text(root["docker_image"]) ?? "nil"];
        return [.. images.Distinct().Select(image => new EggImage(image, image))];
    }

    private static EggVariable Variable(JsonObject variable, int id) =>
        new(
            id,
            Text(variable["name"]) ?? "",
            Text(variable["description"]) ?? "",
            Text(variable["env_variable"])
                ?? throw new EggFileFault("A variable has no env_variable."),
            Scalar(variable["default_value"]),
            IsTrue(variable["user_viewable"]),
            IsTrue(variable["user_editable"]),
            // Newer exports list the rules.
            variable["rules"] is JsonArray rules
                ? string.Join('|', rules.Select(Text))
                : Text(variable["rules"]) ?? ""
        );

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static string Scalar(JsonNode? node) =>
        Text(node) ?? (node is JsonValue ? node.ToJsonString() : "");

    private static bool IsTrue(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.True || Scalar(node) == "1";

    private static string JsonText(JsonNode? node) => Text(node) ?? node?.ToJsonString() ?? "{}";
}

/// <summary>A file that is no egg the panel can import.</summary>
internal sealed class EggFileFault(string message) : Exception(message);
