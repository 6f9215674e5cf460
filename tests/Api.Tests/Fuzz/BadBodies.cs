using System.Text;
using System.Text.Json.Nodes;
using Elizon.Api.Tests.OpenApi;

namespace Elizon.Api.Tests.Fuzz;

/// <summary>A body to send, and whether it certainly breaks the schema.</summary>
public sealed record BadBody(
    string What,
    byte[] Bytes,
    bool Breaks,
    string Type = "application/json"
)
{
    public BadBody(string what, string text, bool breaks)
        : this(what, Encoding.UTF8.GetBytes(text), breaks) { }
}

/// <summary>Everything a careless or hostile client may put into a body: made from the example, one change at a time.</summary>
public static class BadBodies
{
    private const int Deepest = 3;

    public static IEnumerable<BadBody> For(ApiSchema schema, JsonNode example) =>
        [.. Broken(example), .. Media(example), .. Changed(schema, example)];

    private static IEnumerable<BadBody> Broken(JsonNode example)
    {
        var good = example.ToJsonString();
        foreach (
            var text in new[]
            {
                " ",
                "{",
                "}",
                "nul",
                "{\"a\":}",
                "{'a':1}",
                good + "x",
                "[" + good,
                "/* */" + good,
                "NaN",
            }
        )
            yield return new BadBody($"not JSON: {text[..Math.Min(12, text.Length)]}", text, true);
        foreach (var depth in new[] { 40, 1000, 50_000 })
        {
            yield return new BadBody(
                $"{depth} objects deep",
                Repeat("{\"a\":", depth) + "1" + Repeat("}", depth),
                true
            );
            yield return new BadBody(
                $"{depth} lists deep",
                Repeat("[", depth) + Repeat("]", depth),
                true
            );
        }
        yield return new BadBody("not UTF-8", [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8], true);
        yield return new BadBody("UTF-16", Encoding.Unicode.GetBytes(good), true);
        yield return new BadBody("a name with NUL", Insert(good, "\"a\\u0000\":1"), true);
        yield return new BadBody("half a surrogate in a name", Insert(good, "\"\\ud800\":1"), true);
        yield return new BadBody(
            "half a surrogate in an unknown member",
            Insert(good, "\"zz\":\"\\udfff\""),
            true
        );
        yield return new BadBody(
            "unknown members",
            Insert(good, "\"__proto__\":{\"a\":1},\"$type\":\"System.Object\",\"\":0"),
            false
        );
        yield return new BadBody(
            "a byte order mark",
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(good)],
            false
        );
    }

    private static IEnumerable<BadBody> Media(JsonNode example)
    {
        var good = Encoding.UTF8.GetBytes(example.ToJsonString());
        foreach (
            var type in new[]
            {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=utf-16",
                "application/jsonx",
            }
        )
            yield return new BadBody($"as {type}", good, true, type);
    }

    private static IEnumerable<BadBody> Changed(ApiSchema schema, JsonNode example)
    {
        foreach (var root in Values.Any())
            yield return Whole(schema, "root", root);
        foreach (var place in Places.Of(schema, example, Deepest))
        {
            foreach (var value in Values.For(place.Schema))
                yield return Whole(schema, place.ToString(), place.Put(example, value));
            yield return Whole(schema, $"{place} missing", place.Remove(example));
            if (place.Twice(example) is { } twice)
                yield return new BadBody($"{place} twice", twice, true);
            yield return new BadBody(
                $"{place} with NUL",
                place.Raw(example, "\"a\\u0000b\""),
                true
            );
            yield return new BadBody(
                $"{place} with half a surrogate",
                place.Raw(example, "\"\\ud83d\""),
                true
            );
            yield return new BadBody(
                $"{place} beyond all numbers",
                place.Raw(example, "1e999"),
                !place.Schema.Fits(JsonNode.Parse("1e300"))
            );
        }
    }

    private static BadBody Whole(ApiSchema schema, string where, JsonNode? body)
    {
        var text = body?.ToJsonString() ?? "null";
        return new BadBody(
            $"{where} = {(text.Length > 80 ? text[..80] + "…" : text)}",
            text,
            !schema.Fits(body)
        );
    }

    private static string Insert(string json, string member) =>
        json.StartsWith("{}", StringComparison.Ordinal) ? $"{{{member}}}"
        : json.StartsWith('{') ? $"{{{member},{json[1..]}"
        : $"[{{{member}}}]";

    private static string Repeat(string text, int times) =>
        string.Concat(Enumerable.Repeat(text, times));
}
