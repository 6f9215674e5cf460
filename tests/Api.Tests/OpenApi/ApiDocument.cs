using System.Text.Json.Nodes;

namespace Elizon.Api.Tests.OpenApi;

/// <summary>The served OpenAPI document, as a client reads it.</summary>
public sealed class ApiDocument(JsonNode root)
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    public static async Task<ApiDocument> Fetch(HttpClient http) =>
        new(JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json"))!);

    public JsonNode Root => root;

    public IReadOnlyList<ApiOperation> Operations { get; } =
    [
        .. root["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject()
                    .Where(o => Methods.Contains(o.Key))
                    .Select(o => new ApiOperation(
                        o.Key.ToUpperInvariant(),
                        path.Key,
                        o.Value!,
                        root
                    ))
            ),
    ];
}

/// <summary>One operation of the document.</summary>
public sealed class ApiOperation(string method, string path, JsonNode node, JsonNode root)
{
    public string Method => method;

    /// <summary>With its placeholders: "/api/services/{id}".</summary>
    public string Path => path;

    public string? Id => (string?)node["operationId"];

    public string? Summary => (string?)node["summary"];

    public IReadOnlyList<string> Tags => [.. node["tags"]?.AsArray().Select(t => (string)t!) ?? []];

    public string Access => (string)node["x-elizon-access"]!;

    /// <summary>Bytes of the largest body.</summary>
    public int MaxBody => (int?)node["x-elizon-max-body"] ?? 0;

    public string Needs => (string)node["x-elizon-needs"]!;

    public IReadOnlyList<ApiParameter> Parameters { get; } =
    [
        .. (node["parameters"]?.AsArray() ?? []).Select(p => new ApiParameter(
            (string)p!["name"]!,
            (string)p["in"]!,
            (bool?)p["required"] ?? false,
            new ApiSchema(p["schema"] ?? new JsonObject(), root)
        )),
    ];

    /// <summary>The body's schema; null where none is taken or it is not JSON.</summary>
    public ApiSchema? Body { get; } =
        node["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema
            ? new ApiSchema(schema, root)
            : null;

    public bool BodyRequired => (bool?)node["requestBody"]?["required"] ?? false;

    /// <summary>The example that the document shows; a copy. An empty one is not written into it.</summary>
    public JsonNode? Example =>
        Body is null
            ? null
            : node["requestBody"]!["content"]!["application/json"]!["example"]?.DeepClone()
                ?? new JsonObject();

    public override string ToString() => $"{method} {path}";
}

/// <summary>A parameter in path, query or header.</summary>
public sealed record ApiParameter(string Name, string In, bool Required, ApiSchema Schema);
