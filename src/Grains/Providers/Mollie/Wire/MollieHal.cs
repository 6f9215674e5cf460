using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon.Grains.Providers.Mollie.Wire;

/// <summary>Two strings, never a number (payments sheet, section 1).</summary>
internal sealed record MollieAmount(
    [property: JsonPropertyName("currency")] string Currency,
    [property: JsonPropertyName("value")] string Value
)
{
    [JsonIgnore]
    public bool IsEuros => Currency == "EUR";

    /// <summary>Zero for another currency.</summary>
    public Money ToMoney() =>
        IsEuros ? Money.Round(decimal.Parse(Value, CultureInfo.InvariantCulture)) : Money.Zero;

    public static MollieAmount Of(Money amount) => new("EUR", amount.ToString());
}

internal sealed record MollieLink([property: JsonPropertyName("href")] string Href);

internal sealed record MollieLinks(
    [property: JsonPropertyName("checkout")] MollieLink? Checkout,
    [property: JsonPropertyName("next")] MollieLink? Next
);

/// <summary>One page of any list.</summary>
internal sealed record MolliePage(
    [property: JsonPropertyName("_embedded")] JsonElement Embedded,
    [property: JsonPropertyName("_links")] MollieLinks? Links
)
{
    public T[] Items<T>(string name) =>
        Embedded.ValueKind == JsonValueKind.Object && Embedded.TryGetProperty(name, out var items)
            ? items.Deserialize<T[]>() ?? []
            : [];
}

/// <summary>Texts and numbers in JSON that is not ours alone, such as metadata.</summary>
internal static class MollieJson
{
    public static string? Text(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static int Number(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
            ? number
            : 0;
}
