using Microsoft.Extensions.Primitives;

namespace Elizon.Api.Requests;

/// <summary>Texts in route and query: no NUL (PostgreSQL keeps none) and no more than anyone types.</summary>
internal static class QueryText
{
    private const int MaxLength = 2048;

    public static void Check(HttpRequest request)
    {
        if (request.RouteValues.Count == 0 && !request.QueryString.HasValue)
            return;
        string[] faults =
        [
            .. Values(request)
                .SelectMany(v => Faults(v.Name, v.Value))
                .Distinct(StringComparer.Ordinal),
        ];
        if (faults.Length > 0)
            throw CommonRefusals.Invalid(faults);
    }

    private static IEnumerable<(string Name, string Value)> Values(HttpRequest request) =>
        request
            .RouteValues.Select(v => (v.Key, v.Value as string ?? ""))
            .Concat(request.Query.SelectMany(q => Each(q.Key, q.Value)));

    private static IEnumerable<(string, string)> Each(string name, StringValues values) =>
        values.Select(v => (name, v ?? ""));

    private static IEnumerable<string> Faults(string name, string value)
    {
        if (name.Length > 100 || name.Contains('\0', StringComparison.Ordinal))
            yield return "A query parameter's name is too long or holds a NUL character.";
        else if (value.Length > MaxLength)
            yield return $"'{name}' has at most {MaxLength} characters.";
        else if (value.Contains('\0', StringComparison.Ordinal))
            yield return $"'{name}' holds a NUL character.";
    }
}
