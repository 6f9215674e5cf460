using System.Text.Json.Nodes;
using Elizon.Api.Tests.OpenApi;

namespace Elizon.Api.Tests.Fuzz;

/// <summary>One member of a body, however deep.</summary>
public sealed record Place(string[] Path, ApiSchema Schema)
{
    private const string Mark = "\u2020here\u2020";

    /// <summary>The example with another value here.</summary>
    public JsonNode Put(JsonNode example, JsonNode? value)
    {
        var copy = example.DeepClone();
        Parent(copy)[Path[^1]] = value?.DeepClone();
        return copy;
    }

    public JsonNode Remove(JsonNode example)
    {
        var copy = example.DeepClone();
        Parent(copy).AsObject().Remove(Path[^1]);
        return copy;
    }

    /// <summary>The example with text here that no serializer would write.</summary>
    public string Raw(JsonNode example, string json) =>
        Put(example, JsonValue.Create(Mark))
            .ToJsonString()
            .Replace(JsonValue.Create(Mark).ToJsonString(), json, StringComparison.Ordinal);

    /// <summary>The member given twice; null when the example does not have it.</summary>
    public string? Twice(JsonNode example)
    {
        var value = Parent(example.DeepClone())[Path[^1]]?.ToJsonString() ?? "null";
        return Raw(example, $"{value},{JsonValue.Create(Path[^1]).ToJsonString()}:{value}");
    }

    public override string ToString() => string.Join('.', Path);

    /// <summary>Makes what is missing on the way.</summary>
    private JsonNode Parent(JsonNode root)
    {
        var at = root;
        foreach (var step in Path[..^1])
            at =
                step == Places.First ? at.AsArray()[0]! : at[step] ?? (at[step] = new JsonObject());
        return at;
    }
}

/// <summary>Finds the members of a body, those the example leaves out too.</summary>
public static class Places
{
    /// <summary>The first item of a list, as a step of a path.</summary>
    public const string First = "[0]";

    public static IEnumerable<Place> Of(ApiSchema schema, JsonNode? example, int depth) =>
        Below([], schema, example, depth);

    private static IEnumerable<Place> Below(
        string[] path,
        ApiSchema schema,
        JsonNode? at,
        int depth
    )
    {
        if (depth == 0)
            yield break;
        if (at is JsonArray { Count: > 0 } list && schema.Items is { } item)
            foreach (var place in Below([.. path, First], item, list[0], depth))
                yield return place;
        foreach (
            var (name, member, _) in schema.Members.Concat(
                schema.Choices.SelectMany(c => c.Members)
            )
        )
        {
            string[] here = [.. path, name];
            yield return new Place(here, member);
            if ((at as JsonObject)?[name] is { } below)
                foreach (var place in Below(here, member, below, depth - 1))
                    yield return place;
        }
    }
}
