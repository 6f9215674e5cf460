using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>
/// A request's input as Laravel hands it on: body over query, strings trimmed, empty strings turned into null.
/// Traps kept: a JSON body without a JSON content type is no input at all; file routes are trimmed unless the full uuid is in the path.
/// </summary>
internal static partial class PanelInput
{
    private static readonly HashSet<string> Untrimmed =
    [
        "password",
        "password_confirmation",
        "current_password",
    ];

    public static bool IsJson(HttpRequest request) =>
        request.ContentType is { } type
        && (
            type.Contains("/json", StringComparison.OrdinalIgnoreCase)
            || type.Contains("+json", StringComparison.OrdinalIgnoreCase)
        );

    /// <exception cref="PanelFailure">400 for a JSON body that does not parse.</exception>
    public static JsonObject Read(HttpRequest request, byte[] body)
    {
        var input = FromBody(request, body);
        foreach (var (key, value) in BracketedPairs.ToJson(request.Query))
            input.TryAdd(key, value?.DeepClone());
        return Clean(input, trim: !FullUuidFileRoute().IsMatch(request.Path)).AsObject();
    }

    private static JsonObject FromBody(HttpRequest request, byte[] body)
    {
        if (body.Length == 0)
            return [];
        if (IsJson(request))
            return ParseJson(body);
        return
            request.ContentType?.StartsWith(
                "application/x-www-form-urlencoded",
                StringComparison.OrdinalIgnoreCase
            ) == true
            ? BracketedPairs.ToJson(
                Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(
                    Encoding.UTF8.GetString(body)
                )
            )
            : [];
    }

    private static JsonObject ParseJson(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => Map(document.RootElement),
                JsonValueKind.Array => new JsonObject(
                    document
                        .RootElement.EnumerateArray()
                        .Select(
                            (item, i) =>
                                KeyValuePair.Create(FormattableString.Invariant($"{i}"), Node(item))
                        )
                ),
                _ => [],
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw PanelFailures.BadRequest(
                "The JSON data passed in the request appears to be malformed: Syntax error"
            );
        }
    }

    private static JsonNode? Node(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Object => Map(element),
            JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Node)]),
            JsonValueKind.String => JsonValue.Create(element.GetString()),
            _ => JsonValue.Create(element.Clone()),
        };

    // Of a name that comes twice the last value counts, as in PHP.
    private static JsonObject Map(JsonElement element)
    {
        var map = new JsonObject();
        foreach (var member in element.EnumerateObject())
            map[member.Name] = Node(member.Value);
        return map;
    }

    private static JsonNode Clean(JsonNode node, bool trim)
    {
        if (node is JsonObject map)
        {
            foreach (var (key, value) in map.ToList())
                map[key] = Cleaned(value, trim && !Untrimmed.Contains(key));
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
                list[i] = Cleaned(list[i], trim);
        }
        return node;
    }

    private static JsonNode? Cleaned(JsonNode? value, bool trim)
    {
        if (value is JsonObject or JsonArray)
            return Clean(value, trim).DeepClone();
        if (value?.GetValueKind() != JsonValueKind.String)
            return value?.DeepClone();
        var text = trim ? value.GetValue<string>().Trim() : value.GetValue<string>();
        return text.Length == 0 ? null : JsonValue.Create(text);
    }

    [GeneratedRegex(
        "^/api/client/servers/[a-z0-9-]{36}/files(/?$|/.*$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FullUuidFileRoute();
}
