using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Elizon.Sandbox.Mollie.Http;

/// <summary>Reads the members of a request body, each with Mollie's refusal (422 and the field's name).</summary>
internal sealed partial class BodyReader
{
    private readonly JsonObject _body;

    /// <param name="known">All members that this call takes; any other is refused, as Mollie does.</param>
    public BodyReader(JsonObject body, params ReadOnlySpan<string> known)
    {
        _body = body;
        foreach (var (name, _) in body)
            if (!known.Contains(name))
                throw MollieProblem.Unprocessable(
                    $"Non-existent body parameter \"{name}\" for this API call.",
                    name
                );
    }

    public bool Has(string name) => _body.ContainsKey(name);

    /// <summary>The text, or null when it is left out, null or empty.</summary>
    public string? Text(string name, int most = 255)
    {
        if (_body[name] is not { } node)
            return null;
        if (node.GetValueKind() != JsonValueKind.String)
            throw Invalid(name);
        var text = node.GetValue<string>();
        if (text.Length > most)
            throw MollieProblem.Unprocessable(
                $"The '{name}' field must not be longer than {most} characters",
                name
            );
        return text.Length == 0 ? null : text;
    }

    public string RequiredText(string name, int most = 255) =>
        Text(name, most) ?? throw Missing(name);

    public string? OneOf(string name, IReadOnlySet<string> allowed) =>
        Text(name) is not { } text ? null
        : allowed.Contains(text) ? text
        : throw Invalid(name);

    /// <summary>A text or an array of texts.</summary>
    public string[] Texts(string name)
    {
        if (_body[name] is JsonArray array)
            return
            [
                .. array.Select(item =>
                    item?.GetValueKind() == JsonValueKind.String
                        ? item.GetValue<string>()
                        : throw Invalid(name)
                ),
            ];
        return Text(name) is { } one ? [one] : [];
    }

    public Amount RequiredAmount(string name = "amount")
    {
        var amount = _body[name] switch
        {
            null => throw Missing(name),
            JsonObject json => json,
            _ => throw Invalid(name),
        };
        if (
            amount["currency"]?.GetValueKind() != JsonValueKind.String
            || amount["value"]?.GetValueKind() != JsonValueKind.String
        )
            throw MollieProblem.Unprocessable(
                "The amount must be an object of two strings: currency and value",
                name
            );
        var currency = amount["currency"]!.GetValue<string>();
        if (Currencies.Decimals(currency) is not { } decimals)
            throw MollieProblem.Unprocessable("The amount contains an invalid currency", name);
        var value = amount["value"]!.GetValue<string>();
        if (!IsValue(value, decimals))
            throw MollieProblem.Unprocessable("The amount contains an invalid value", name);
        return new Amount(currency, value);
    }

    public string? Url(string name)
    {
        var text = Text(name, 2048);
        if (text is not null && (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.IsFile))
            throw MollieProblem.Unprocessable($"The '{name}' field is not a valid URL", name);
        return text;
    }

    /// <summary>Any JSON, up to <paramref name="mostBytes"/>.</summary>
    public JsonElement? Json(string name, int mostBytes)
    {
        if (_body[name] is not { } node)
            return null;
        var json = node.ToJsonString();
        if (json.Length > mostBytes)
            throw MollieProblem.Unprocessable(
                $"The '{name}' field is larger than {mostBytes} bytes",
                name
            );
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static MollieProblem Missing(string name) =>
        MollieProblem.Unprocessable($"The '{name}' field is missing", name);

    public static MollieProblem Invalid(string name) =>
        MollieProblem.Unprocessable($"The '{name}' field is invalid", name);

    private static bool IsValue(string value, int decimals) =>
        decimals == 0
            ? Whole().IsMatch(value)
            : Whole().IsMatch(value[..Math.Max(0, value.LastIndexOf('.'))])
                && value.Length - value.LastIndexOf('.') - 1 == decimals
                && value[^decimals..].All(char.IsAsciiDigit);

    [GeneratedRegex(
        @"^(0|[1-9][0-9]{0,8})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Whole();
}
