using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Elizon.Api.Replies;
using Microsoft.AspNetCore.OpenApi;

namespace Elizon.Api.OpenApi;

/// <summary>Which types stand among the components, and under which name.</summary>
internal static class SchemaNames
{
    public static string? Of(Type type) => Of((JsonTypeInfo)ApiJson.Replies.GetTypeInfo(type));

    public static string? Of(JsonTypeInfo type) =>
        SchemaForms.IsId(type.Type) || type.Type == typeof(Money)
            ? null
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
}
