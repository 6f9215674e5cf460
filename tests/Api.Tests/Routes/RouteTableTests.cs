using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Api.Tests.Routes;

/// <summary>The published table and the running program are the same thing.</summary>
[Collection(ApiCollection.Name)]
public sealed class RouteTableTests(ApiFixture api)
{
    [Fact]
    public void The_published_table_has_the_224_routes_of_the_reference() =>
        Assert.Equal(224, RouteRow.Read("api-routes.tsv").Distinct().Count());

    [Fact]
    public void Every_route_stands_in_a_table_and_every_built_row_is_a_route()
    {
        var rows = RouteRow.All();
        // The reference page serves its own scripts under /docs.
        var running = Endpoints()
            .SelectMany(RouteRow.Of)
            .Where(r => !r.Path.StartsWith("/docs", StringComparison.Ordinal))
            .Distinct()
            .ToArray();
        string[] differences =
        [
            .. rows.Where(r => r.IsBuilt && !Has(running, r))
                .Select(r => $"{r}: built in the table, not in the program"),
            .. running.Where(r => !Has(rows, r)).Select(r => $"{r}: in the program, in no table"),
            .. rows.Where(r => !r.IsBuilt && Has(running, r))
                .Select(r => $"{r}: in the program, planned in the table"),
            .. running.SelectMany(r => Differences(r, rows.FirstOrDefault(o => Same(o, r)))),
        ];
        Assert.True(differences.Length == 0, string.Join(Environment.NewLine, differences));
    }

    [Fact]
    public void No_row_is_given_twice() =>
        Assert.Empty(
            RouteRow
                .All()
                .GroupBy(r => (r.Method, r.Path))
                .Where(g => g.Count() > 1)
                .Select(g => g.Key)
        );

    [Fact]
    public void Every_route_says_what_it_answers()
    {
        string[] silent =
        [
            .. Endpoints()
                .Where(e =>
                    e.RoutePattern.RawText!.TrimStart('/')
                        .StartsWith("api", StringComparison.Ordinal)
                )
                .Where(e => e.Metadata.GetMetadata<Answer>() is null)
                .Select(e => e.DisplayName!),
        ];
        Assert.True(
            silent.Length == 0,
            $"Say it with .Answers<T>(name), .AnswersPage, .AnswersSlice, .AnswersSuccess or .AnswersMedia:{Environment.NewLine}{string.Join(Environment.NewLine, silent)}"
        );
    }

    [Fact]
    public void Every_route_states_its_access() => Assert.Empty(RuleCheck.Offenders(Endpoints()));

    private IEnumerable<RouteEndpoint> Endpoints() =>
        api.Host.Services.GetRequiredService<ApiRoutes>().All();

    private static bool Same(RouteRow a, RouteRow b) => a.Method == b.Method && a.Path == b.Path;

    private static bool Has(IEnumerable<RouteRow> rows, RouteRow row) =>
        rows.Any(r => Same(r, row));

    private static IEnumerable<string> Differences(RouteRow program, RouteRow? table)
    {
        if (table is null)
            yield break;
        if (program.Access != table.Access)
            yield return $"{program}: access '{program.Access}' in the program, '{table.Access}' in the table";
        if (program.ApiKey != table.ApiKey)
            yield return $"{program}: API key '{program.ApiKey}' in the program, '{table.ApiKey}' in the table";
        if (program.Needs != table.Needs)
            yield return $"{program}: needs '{program.Needs}' in the program, '{table.Needs}' in the table";
    }
}
