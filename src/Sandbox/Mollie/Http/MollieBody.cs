using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Elizon.Sandbox.Mollie.Http;

/// <summary>Reads a request body, JSON or form encoded (<c>amount[value]=10.00</c>), as one JSON object.</summary>
internal static class MollieBody
{
    private const string Form = "application/x-www-form-urlencoded";

    public static JsonObject Parse(HttpRequest request, byte[] body)
    {
        if (body.Length == 0)
            return [];
        return request.ContentType?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) == true
            ? FromForm(Encoding.UTF8.GetString(body))
            : FromJson(body);
    }

    private static JsonObject FromJson(byte[] body)
    {
        try
        {
            // A duplicate name is a fault here, not "the last one wins".
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            if (JsonNode.Parse(body, documentOptions: options) is JsonObject json)
                return json;
        }
        catch (JsonException)
        {
            // Answered below: the parser's own words would tell about our runtime, not about Mollie's.
        }
        throw MollieProblem.Malformed("The request body is not valid JSON.");
    }

    private static JsonObject FromForm(string form)
    {
        var root = new JsonObject();
        foreach (var (name, values) in QueryHelpers.ParseQuery(form))
        foreach (var value in values)
            Set(
                root,
                name.Replace("]", "", StringComparison.Ordinal).Split('['),
                value ?? string.Empty
            );
        return root;
    }

    // "a[b][c]" walks or makes objects; "method[]" collects an array under the name before the empty brackets.
    private static void Set(JsonObject root, string[] path, string value)
    {
        var at = root;
        var last = path[^1].Length == 0 && path.Length > 1 ? path.Length - 2 : path.Length - 1;
        foreach (var step in path[..last])
        {
            if (at[step] is not JsonObject next)
                at[step] = next = [];
            at = next;
        }
        if (last == path.Length - 1)
            at[path[last]] = value;
        else if (at[path[last]] is JsonArray array)
            array.Add(value);
        else
            at[path[last]] = new JsonArray(value);
    }
}
