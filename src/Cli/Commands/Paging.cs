using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary>Pages of a list.</summary>
internal static class Paging
{
    public static readonly Option<int> Page = new("--page")
    {
        Description = "From 1.",
        DefaultValueFactory = _ => 1,
    };

    public static readonly Option<int> Limit = new("--limit")
    {
        Description = "1 to 100 a page.",
        DefaultValueFactory = _ => 20,
    };

    public static string PageOf(ParseResult parsed) => Text(parsed.GetValue(Page));

    public static string LimitOf(ParseResult parsed) => Text(parsed.GetValue(Limit));

    public static void Print(JsonElement answer, Report report)
    {
        var pagination = answer.GetProperty("pagination").Deserialize<Pagination>(CliJson.Options)!;
        report.Line(
            pagination.Total == 0
                ? "None."
                : $"Page {pagination.Page} of {pagination.Pages}, {pagination.Total} in all."
        );
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An address with those parameters that were given.</summary>
internal static class Query
{
    public static string Of(string path, params (string Name, string? Value)[] parameters)
    {
        var given = parameters
            .Where(p => !string.IsNullOrEmpty(p.Value))
            .Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}");
        return string.Join('&', given) is { Length: > 0 } query ? $"{path}?{query}" : path;
    }
}

/// <summary>An instant in the reader's own zone.</summary>
internal static class Moment
{
    public static string Text(DateTimeOffset at) =>
        at.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
