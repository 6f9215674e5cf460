using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Elizon.Api.OpenApi;

/// <summary>Route and query parameters of the types that write themselves: to the framework they are just text.</summary>
internal static class ParameterForms
{
    public static Task Apply(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (
                TypeOf(parameter.Name, context) is { } type
                && parameter.Schema is OpenApiSchema schema
            )
                SchemaForms.Write(schema, type);
            // Those bound from a record have the names of its members; the query itself knows no case.
            if (parameter is { In: ParameterLocation.Query, Name: { } name })
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(name);
        }
        return Task.CompletedTask;
    }

    private static Type? TypeOf(string? name, OpenApiOperationTransformerContext context) =>
        context
            .Description.ParameterDescriptions.FirstOrDefault(p => p.Name == name)
            ?.ParameterDescriptor?.ParameterType;
}
