using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Elizon.Api.OpenApi;

/// <summary>
/// The smallest body that fits a schema: what is required, and what has a <see cref="SampleAttribute"/>. Shown in the
/// reference; the tests send each of them.
/// </summary>
internal static class ExampleBody
{
    public static JsonNode? Of(IOpenApiSchema schema)
    {
        if (schema.Examples is [{ } sample, ..])
            return sample.DeepClone();
        if (schema.Enum is [{ } word, ..])
            return word.DeepClone();
        if (
            (schema.OneOf ?? schema.AnyOf)?.FirstOrDefault(s => s.Type != JsonSchemaType.Null) is
            { } one
        )
            return Of(one);
        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Object => Members(schema),
            JsonSchemaType.Array => Items(schema),
            JsonSchemaType.Integer => JsonValue.Create(Math.Max(1, Lowest(schema))),
            JsonSchemaType.Number => JsonValue.Create(Math.Max(1, Lowest(schema))),
            JsonSchemaType.Boolean => JsonValue.Create(true),
            JsonSchemaType.String => JsonValue.Create(Text(schema)),
            _ => null,
        };
    }

    private static JsonObject Members(IOpenApiSchema schema)
    {
        var members = new JsonObject();
        foreach (
            var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>()
        )
            if (schema.Required?.Contains(name) is true || member.Examples is { Count: > 0 })
                members[name] = Of(member);
        return members;
    }

    private static JsonArray Items(IOpenApiSchema schema) =>
        schema.Items is { } item ? [Of(item)] : [];

    private static long Lowest(IOpenApiSchema schema) =>
        decimal.TryParse(
            schema.Minimum,
            System.Globalization.CultureInfo.InvariantCulture,
            out var lowest
        )
            ? (long)Math.Ceiling(lowest)
            : 1;

    private static string Text(IOpenApiSchema schema)
    {
        var text = schema.Format switch
        {
            "date-time" => "2026-11-25T08:00:00.000Z",
            "date" => "2026-11-25",
            "email" => "anna@example.com",
            "uri" => "https://example.com/",
            _ => schema.Pattern is null ? "text" : "abc123",
        };
        return text.PadRight(schema.MinLength ?? 0, 'x');
    }
}
