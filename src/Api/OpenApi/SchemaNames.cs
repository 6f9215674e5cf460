using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Elizon.Api.OpenApi;

/// <summary>Which types stand among the components, and under which name.</summary>
internal static class SchemaNames
{
    /// <summary>Where the document's maker notes the name of a schema it has not put among the components yet.</summary>
    private const string Note = "x-schema-id";

    private static readonly ConcurrentDictionary<string, Type> Owners = new(StringComparer.Ordinal);

    /// <summary>Records and enums by their names; ids and amounts are no more than their form.</summary>
    /// <exception cref="InvalidOperationException">Two types have one name: the document could show only one of them.</exception>
    public static string? Of(JsonTypeInfo type)
    {
        var name =
            SchemaForms.IsId(type.Type) || type.Type == typeof(Money) ? null
            : type.Type.IsEnum && !type.Type.IsDefined(typeof(FlagsAttribute), false)
                ? type.Type.Name
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        // A query parameter may be a nullable enum: the same schema.
        var owner = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        return name is null || Owners.GetOrAdd(name, owner) == owner
            ? name
            : throw new InvalidOperationException(
                $"{Owners[name].FullName} and {type.Type.FullName} would both be '{name}' in the OpenAPI document."
            );
    }

    /// <summary>
    /// Puts every named schema below this one among the components and refers to it; what the framework does for the
    /// types it finds itself.
    /// </summary>
    public static IOpenApiSchema Refer(OpenApiDocument document, IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
            return schema;
        var name = own.Metadata?.TryGetValue(Note, out var note) is true ? note as string : null;
        if (string.IsNullOrEmpty(name))
            return Below(document, own);
        if (document.Components?.Schemas?.ContainsKey(name) is not true)
        {
            // First the name, then what it holds: a type may hold itself.
            document.AddComponent(name, own);
            Below(document, own);
        }
        return new OpenApiSchemaReference(name, document);
    }

    private static OpenApiSchema Below(OpenApiDocument document, OpenApiSchema schema)
    {
        foreach (var (name, member) in schema.Properties?.ToArray() ?? [])
            schema.Properties![name] = Refer(document, member);
        if (schema.Items is { } items)
            schema.Items = Refer(document, items);
        if (schema.AdditionalProperties is { } more)
            schema.AdditionalProperties = Refer(document, more);
        foreach (var choices in new[] { schema.OneOf, schema.AnyOf, schema.AllOf })
            for (var i = 0; i < choices?.Count; i++)
                choices[i] = Refer(document, choices[i]);
        return schema;
    }
}
