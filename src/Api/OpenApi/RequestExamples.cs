using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Elizon.Api.OpenApi;

/// <summary>Puts an example beside every request body, once all schemas are known.</summary>
internal static class RequestExamples
{
    public static Task Apply(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellation
    )
    {
        var bodies = (document.Paths ?? [])
            .SelectMany(p => p.Value.Operations ?? [])
            .Select(o => o.Value.RequestBody?.Content)
            .OfType<IDictionary<string, OpenApiMediaType>>();
        foreach (var content in bodies)
            if (content.TryGetValue("application/json", out var json) && json.Schema is { } schema)
                json.Example = ExampleBody.Of(schema);
        return Task.CompletedTask;
    }
}
