using System.Text.Json.Nodes;
using Elizon.Api.Tests.OpenApi;

namespace Elizon.Api.Tests.Fuzz;

/// <summary>Values worth trying in any place.</summary>
public static class Values
{
    public static readonly string[] Texts =
    [
        "",
        " ",
        "text",
        "0",
        "-1",
        "true",
        "null",
        "abc 123",
        "Ä ö ü ß € 漢字 ไทย",
        "\u202Egnihtyna\u202C \u0645\u0631\u062D\u0628\u0627",
        "e\u0301\u0301\u0301\uFEFF\u200B\u00AD",
        "👩‍👩‍👧‍👦🏴‍☠️",
        "\u0001\u0007\b\u001b[31m\r\nX-Injected: 1",
        "'; drop table aggregate; --",
        "%_\\%s${7*7}{{7*7}}<script>alert(1)</script>",
        "../../etc/passwd",
        "2026-13-45T99:99:99Z",
        "9999-12-31T23:59:59+14:00",
        "0001-01-01T00:00:00Z",
    ];

    private static readonly string[] Numbers =
    [
        "0",
        "-1",
        "1",
        "1.5",
        "0.001",
        "2147483647",
        "2147483648",
        "-9223372036854775808",
        "9223372036854775808",
        "99999999999999999999999999999999",
        "1e-300",
        "1e300",
    ];

    public static IEnumerable<JsonNode?> Any() =>
        [
            null,
            JsonValue.Create(true),
            JsonValue.Create(7),
            JsonValue.Create("text"),
            new JsonArray(),
            new JsonObject(),
            new JsonArray(new JsonArray(), null, new JsonObject()),
        ];

    public static IEnumerable<JsonNode?> For(ApiSchema schema) =>
        [
            .. Any(),
            .. Texts.Select(t => JsonValue.Create(t)),
            JsonValue.Create(new string('x', 300)),
            JsonValue.Create(new string('\u00FC', 40_000)),
            .. Numbers.Select(n => JsonNode.Parse(n)),
            .. Lists(schema),
        ];

    private static IEnumerable<JsonNode?> Lists(ApiSchema schema)
    {
        if (schema.Items is null)
            yield break;
        yield return new JsonArray([.. Enumerable.Range(0, 1500).Select(i => JsonValue.Create(i))]);
        yield return new JsonArray(null, null);
    }
}
