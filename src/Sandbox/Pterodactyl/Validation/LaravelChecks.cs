using System.Net;
using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Validation;

/// <summary>Rules that look at the value alone.</summary>
internal static class LaravelChecks
{
    private static readonly Dictionary<string, Func<LaravelRule, JsonNode?, bool>> Rules = new(
        StringComparer.Ordinal
    )
    {
        ["string"] = (_, value) => PhpValue.IsString(value),
        ["numeric"] = (_, value) => PhpValue.IsNumeric(value),
        ["integer"] = (_, value) => PhpValue.IsInteger(value),
        ["boolean"] = (_, value) => PhpValue.IsBoolean(value),
        ["array"] = (_, value) => PhpValue.IsArray(value),
        ["accepted"] = (_, value) => PhpValue.Text(value) is "yes" or "on" or "1" or "true",
        ["alpha"] = (_, value) => PhpValue.IsString(value) && All(value, char.IsLetter),
        ["alpha_num"] = (_, value) => IsScalar(value) && All(value, char.IsLetterOrDigit),
        ["alpha_dash"] = (_, value) =>
            IsScalar(value) && All(value, c => char.IsLetterOrDigit(c) || c is '-' or '_'),
        ["digits"] = (rule, value) => Digits(value) is { } count && count == Number(rule, 0),
        ["digits_between"] = (rule, value) =>
            Digits(value) is { } count && count >= Number(rule, 0) && count <= Number(rule, 1),
        ["in"] = (rule, value) =>
            !PhpValue.IsArray(value) && rule.Parameters.Contains(PhpValue.Text(value)),
        ["not_in"] = (rule, value) => !rule.Parameters.Contains(PhpValue.Text(value)),
        ["starts_with"] = (rule, value) =>
            rule.Parameters.Any(p => PhpValue.Text(value).StartsWith(p, StringComparison.Ordinal)),
        ["ends_with"] = (rule, value) =>
            rule.Parameters.Any(p => PhpValue.Text(value).EndsWith(p, StringComparison.Ordinal)),
        ["regex"] = (rule, value) =>
            IsScalar(value) && PhpPattern.Matches(rule.Parameters[0], PhpValue.Text(value)),
        ["not_regex"] = (rule, value) =>
            IsScalar(value) && !PhpPattern.Matches(rule.Parameters[0], PhpValue.Text(value)),
        ["url"] = (_, value) => IsUrl(value),
        ["email"] = (_, value) => PhpValue.IsString(value) && IsEmail(PhpValue.Text(value)),
        ["ip"] = (_, value) => PhpValue.IsString(value) && IsAddress(PhpValue.Text(value)),
        ["uuid"] = (_, value) => PhpValue.IsString(value) && IsUuid(PhpValue.Text(value)),
        ["json"] = (_, value) => PhpValue.IsString(value) && IsJson(PhpValue.Text(value)),
    };

    /// <summary>Null for a rule this table does not know.</summary>
    public static bool? Passes(LaravelRule rule, JsonNode? value) =>
        Rules.TryGetValue(rule.Name, out var check) ? check(rule, value) : null;

    private static bool IsScalar(JsonNode? value) =>
        PhpValue.IsString(value) || PhpValue.IsNumber(value);

    private static bool All(JsonNode? value, Func<char, bool> allowed) =>
        PhpValue.Text(value) is { Length: > 0 } text && text.All(allowed);

    private static int? Digits(JsonNode? value) =>
        All(value, char.IsAsciiDigit) ? PhpValue.Text(value).Length : null;

    private static decimal Number(LaravelRule rule, int index) =>
        PhpValue.Number(rule.Parameters[index]) ?? 0;

    private static bool IsUrl(JsonNode? value) =>
        PhpValue.IsString(value)
        && Uri.TryCreate(PhpValue.Text(value), UriKind.Absolute, out var url)
        && PhpValue.Text(value).Contains("://", StringComparison.Ordinal)
        && url.Host.Length > 0;

    private static bool IsEmail(string text) =>
        MailAddress.TryCreate(text, out var mail)
        && mail.Address == text
        && !text.Contains(' ', StringComparison.Ordinal);

    private static bool IsAddress(string text) => IPAddress.TryParse(text, out _);

    private static bool IsUuid(string text) => Guid.TryParseExact(text, "D", out _);

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
