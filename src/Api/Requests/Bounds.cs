using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Elizon.Api.Requests;

/// <summary>
/// Bounds of one member: the validation attributes on the property or the constructor parameter of a body record. A text
/// without a length of its own has at most <see cref="DefaultLength"/> characters.
/// </summary>
internal static class Bounds
{
    public const int DefaultLength = 2048;

    public static IEnumerable<string> Faults(
        JsonElement element,
        JsonTypeInfo type,
        JsonPropertyInfo property,
        string path
    )
    {
        var bounds = Of(property);
        if (
            element.ValueKind == JsonValueKind.String
            && !bounds.Any(b => b is MaxLengthAttribute or LengthAttribute or StringLengthAttribute)
        )
            foreach (var fault in Default(element.GetString()!, path))
                yield return fault;
        if (bounds.Length == 0)
            yield break;
        var value = element.Deserialize(type);
        foreach (var bound in bounds)
            if (Fault(bound, value, path) is { } fault)
                yield return fault;
    }

    public static string? Fault(ValidationAttribute bound, object? value, string path)
    {
        var asked = value is Money money ? money.Euros : value;
        return bound.IsValid(asked) ? null : $"'{path}' {Words(bound, asked)}.";
    }

    /// <summary>An attribute's own message follows the path: <c>ErrorMessage = "must be two capital letters"</c>.</summary>
    private static string Words(ValidationAttribute bound, object? value)
    {
        var unit = value is string ? "characters" : "items";
        return bound switch
        {
            { ErrorMessage: { } message } => message,
            MaxLengthAttribute most => $"has at most {most.Length} {unit}",
            MinLengthAttribute least => $"has at least {least.Length} {unit}",
            LengthAttribute both => $"has {both.MinimumLength} to {both.MaximumLength} {unit}",
            StringLengthAttribute both =>
                $"has {both.MinimumLength} to {both.MaximumLength} {unit}",
            RangeAttribute range => $"must be between {range.Minimum} and {range.Maximum}",
            RequiredAttribute => "must not be empty",
            _ => "has a wrong form",
        };
    }

    public static IEnumerable<string> Default(string text, string path)
    {
        if (text.Length > DefaultLength)
            yield return $"'{path}' has at most {DefaultLength} characters.";
    }

    private static ValidationAttribute[] Of(JsonPropertyInfo property) =>
        [
            .. Attributes(property.AttributeProvider),
            .. Attributes(property.AssociatedParameter?.AttributeProvider),
        ];

    private static IEnumerable<ValidationAttribute> Attributes(
        ICustomAttributeProvider? provider
    ) =>
        provider?.GetCustomAttributes(typeof(ValidationAttribute), true).Cast<ValidationAttribute>()
        ?? [];
}
