using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Validation;

/// <summary>How PHP sees a JSON value: the questions Laravel's rules ask.</summary>
internal static class PhpValue
{
    public static bool IsString(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String;

    public static bool IsArray(JsonNode? value) => value is JsonArray or JsonObject;

    public static bool IsNumber(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number;

    /// <summary><c>is_numeric</c>: numbers and numeric strings, with surrounding white space.</summary>
    public static bool IsNumeric(JsonNode? value) => Number(value) is not null;

    public static decimal? Number(JsonNode? value) =>
        IsNumber(value) || IsString(value) ? Number(Text(value)) : null;

    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary><c>FILTER_VALIDATE_INT</c>: a whole number or a string of one, no leading zero, no decimals; <c>true</c> counts as 1.</summary>
    public static bool IsInteger(JsonNode? value)
    {
        if (value?.GetValueKind() == JsonValueKind.True)
            return true;
        if (!IsNumber(value) && !IsString(value))
            return false;
        var text = Text(value).Trim();
        var digits = text.TrimStart('+', '-');
        return long.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out _
            )
            && text.Length - digits.Length <= 1
            && (digits.Length == 1 || digits[0] != '0');
    }

    /// <summary>Laravel's boolean: true, false, 0, 1, "0", "1"; the words "true" and "false" are not.</summary>
    public static bool IsBoolean(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => true,
            JsonValueKind.Number or JsonValueKind.String => Text(value) is "0" or "1",
            _ => false,
        };

    public static bool IsTrue(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.Number or JsonValueKind.String => Text(value) is not ("" or "0"),
            JsonValueKind.Array => value.AsArray().Count > 0,
            JsonValueKind.Object => value.AsObject().Count > 0,
            _ => false,
        };

    /// <summary>The value cast to a string.</summary>
    public static string Text(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Number => value.ToJsonString(),
            JsonValueKind.True => "1",
            _ => "",
        };

    /// <summary>Absent, null, an empty string or an empty list: what <c>required</c> refuses.</summary>
    public static bool IsEmpty(JsonNode? value) =>
        value switch
        {
            null => true,
            JsonArray list => list.Count == 0,
            JsonObject map => map.Count == 0,
            _ => IsString(value) && Text(value).Trim().Length == 0,
        };
}
