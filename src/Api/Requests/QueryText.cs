namespace Elizon.Api.Requests;

/// <summary>Texts in route and query: no NUL (PostgreSQL keeps none) and no more than anyone types.</summary>
internal static class QueryText
{
    private const int MaxLength = 2048;

    public static void Check(HttpRequest request)
    {
        List<string>? faults = null;
        foreach (var (name, value) in request.RouteValues)
            Check(name, value as string, ref faults);
        if (request.QueryString.HasValue)
            foreach (var (name, values) in request.Query)
            foreach (var value in values)
                Check(name, value, ref faults);
        if (faults is not null)
            throw CommonRefusals.Invalid([.. faults.Distinct(StringComparer.Ordinal)]);
    }

    private static void Check(string name, string? value, ref List<string>? faults)
    {
        if (Fault(name, value ?? "") is { } fault)
            (faults ??= []).Add(fault);
    }

    private static string? Fault(string name, string value) =>
        name.Length > 100 || name.Contains('\0', StringComparison.Ordinal)
            ? "A query parameter's name is too long or holds a NUL character."
        : value.Length > MaxLength ? $"'{name}' has at most {MaxLength} characters."
        : value.Contains('\0', StringComparison.Ordinal) ? $"'{name}' holds a NUL character."
        : null;
}
