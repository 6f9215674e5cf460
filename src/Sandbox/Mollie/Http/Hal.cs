using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Mollie.Http;

/// <summary>The small words of Mollie's HAL bodies.</summary>
internal static class Hal
{
    public const string MediaType = "application/hal+json";

    // Plus signs and umlauts as they are: Mollie does not write them as escapes either.
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text(JsonObject body) => body.ToJsonString(Relaxed);

    public static JsonObject Link(string href, string type = MediaType) =>
        new() { ["href"] = href, ["type"] = type };

    public static JsonObject Amount(Amount amount) =>
        new() { ["value"] = amount.Value, ["currency"] = amount.Currency };

    public static JsonNode? Copy(JsonElement? json) =>
        json is { } element ? JsonNode.Parse(element.GetRawText()) : null;

    public static string Time(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Adds a member unless its value is null: Mollie leaves out what does not apply.</summary>
    public static JsonObject With(this JsonObject body, string name, JsonNode? value)
    {
        if (value is not null)
            body[name] = value;
        return body;
    }

    public static JsonObject With(this JsonObject body, string name, DateTimeOffset? at) =>
        at is { } instant ? body.With(name, Time(instant)) : body;
}
