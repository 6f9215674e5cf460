using System.Globalization;
using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Mollie.Http;

/// <summary>Cursor paging: <c>?from=ID&amp;limit=1..250&amp;sort=desc|asc</c>, newest first.</summary>
internal static class ListPage
{
    private const int StandardLimit = 50;
    private const int MostLimit = 250;

    /// <param name="oldestFirst">Everything that the caller may see, in order of creation.</param>
    /// <param name="name">The member of <c>_embedded</c>, e.g. <c>payments</c>.</param>
    /// <param name="self">The address of this list without its query.</param>
    public static JsonObject Of<T>(
        MollieCall call,
        IReadOnlyList<T> oldestFirst,
        Func<T, string> id,
        Func<T, JsonObject> resource,
        string name,
        string self
    )
    {
        var limit = Limit(call);
        var sort = call.Request.Query["sort"].ToString();
        var ordered = sort == "asc" ? oldestFirst : [.. oldestFirst.Reverse()];
        var start = Start(call, ordered, id);
        var items = ordered.Skip(start).Take(limit).ToList();

        string Query(T from) =>
            $"{self}?from={id(from)}&limit={limit}{(sort.Length > 0 ? $"&sort={sort}" : "")}";
        var next = start + limit < ordered.Count ? Hal.Link(Query(ordered[start + limit])) : null;
        var previous = start > 0 ? Hal.Link(Query(ordered[Math.Max(0, start - limit)])) : null;
        return new JsonObject
        {
            ["count"] = items.Count,
            ["_embedded"] = new JsonObject { [name] = new JsonArray([.. items.Select(resource)]) },
            ["_links"] = new JsonObject
            {
                ["self"] = Hal.Link(self + call.Request.QueryString),
                ["previous"] = previous,
                ["next"] = next,
                ["documentation"] = Hal.Link("https://docs.mollie.com/reference", "text/html"),
            },
        };
    }

    private static int Limit(MollieCall call)
    {
        var given = call.Request.Query["limit"].ToString();
        if (given.Length == 0)
            return StandardLimit;
        return
            int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= MostLimit
            ? limit
            : throw MollieProblem.Malformed($"The limit must be between 1 and {MostLimit}.");
    }

    private static int Start<T>(MollieCall call, IReadOnlyList<T> ordered, Func<T, string> id)
    {
        var from = call.Request.Query["from"].ToString();
        if (from.Length == 0)
            return 0;
        for (var i = 0; i < ordered.Count; i++)
            if (id(ordered[i]) == from)
                return i;
        throw MollieProblem.Malformed("The 'from' parameter is not a known cursor.");
    }
}
