using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Elizon.Cli.Access;
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

    /// <summary>The address of the page that is asked for.</summary>
    public static string Path(
        ParseResult parsed,
        string path,
        params (string Name, string? Value)[] filters
    ) =>
        Query.Of(
            path,
            [
                .. filters,
                ("page", $"{parsed.GetValue(Page)}"),
                ("limit", $"{parsed.GetValue(Limit)}"),
            ]
        );

    /// <summary>Asks for a page of a list and prints it.</summary>
    /// <param name="member">Of the answer: where the list is.</param>
    public static async Task<int> Show<T>(
        ParseResult parsed,
        AdminApi api,
        Report report,
        string path,
        string member,
        Action<T[]> print,
        CancellationToken cancellation,
        params (string Name, string? Value)[] filters
    ) => Print(await api.Get(Path(parsed, path, filters), cancellation), report, member, print);

    /// <summary>A page, and where it stands among the others.</summary>
    public static int Print<T>(JsonElement answer, Report report, string member, Action<T[]> print)
    {
        report.Json(answer);
        print(answer.Read<T[]>(member));
        var pagination = answer.Read<Pagination>("pagination");
        report.Line(
            pagination.Total == 0
                ? "None."
                : $"Page {pagination.Page} of {pagination.Pages}, {pagination.Total} in all."
        );
        return ExitCode.Ok;
    }
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

    public static string? Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
