using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Elizon.Api.Replies;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Elizon.Api.OpenApi;

/// <summary>Schemas of the types that write themselves: ids, money, instants, enums and flags; and the samples of members.</summary>
internal static class SchemaForms
{
    public static Task Apply(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellation
    )
    {
        Write(schema, context.JsonTypeInfo.Type);
        if (Sample(context.JsonPropertyInfo) is { } sample)
            schema.Examples = [JsonValue.Create(sample)!];
        return Task.CompletedTask;
    }

    public static void Write(OpenApiSchema schema, Type declared)
    {
        var type = Plain(declared);
        var nullable =
            schema.Type is { } given && given.HasFlag(JsonSchemaType.Null)
            || Nullable.GetUnderlyingType(declared) is not null;
        // The items of a list of flags come by once more, with the type of the list.
        if (type.IsEnum && schema.Enum is null)
            Enumeration(schema, type);
        else if (IsId(type))
            Id(schema);
        else if (type == typeof(Money))
            Amount(schema);
        else if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        if (nullable && schema.Type is { } plain)
            schema.Type = plain | JsonSchemaType.Null;
    }

    private static Type Plain(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Word<>)
            ? type.GetGenericArguments()[0]
            : type;
    }

    public static bool IsId(Type type) =>
        type.GetInterfaces()
            .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private static void Enumeration(OpenApiSchema schema, Type type)
    {
        var words = type.IsDefined(typeof(FlagsAttribute), false)
            ? FlagWords.Of(type).OrderBy(w => w.Value).Select(w => w.Key)
            : EnumWords.Of(type);
        var word = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. words.Select(w => (JsonNode)JsonValue.Create(w))],
        };
        if (type.IsDefined(typeof(FlagsAttribute), false))
            (schema.Type, schema.Items, schema.Enum) = (JsonSchemaType.Array, word, null);
        else
            (schema.Type, schema.Enum) = (word.Type, word.Enum);
    }

    private static void Id(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.String;
        schema.Pattern = "^[A-Za-z0-9_-]{1,64}$";
        schema.Properties = null;
    }

    private static void Amount(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Number;
        schema.MultipleOf = 0.01m;
        schema.Description = "Euros, two decimals.";
        schema.Properties = null;
    }

    private static object? Sample(JsonPropertyInfo? property) =>
        Attribute(property?.AttributeProvider)
        ?? Attribute(property?.AssociatedParameter?.AttributeProvider);

    private static object? Attribute(ICustomAttributeProvider? provider) =>
        provider?.GetCustomAttributes(typeof(SampleAttribute), true) is [SampleAttribute sample]
            ? sample.Value
            : null;
}
