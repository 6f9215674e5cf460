using Elizon.Api.Replies;
using Elizon.Api.Rules;

namespace Elizon.Api.Tests.Routes;

/// <summary>One line of docs/api-routes.tsv or docs/api-routes-own.tsv, or what a running endpoint would have there.</summary>
public sealed record RouteRow(
    string Method,
    string Path,
    string Access,
    string ApiKey,
    string Needs,
    string State
)
{
    public bool IsBuilt => State == "built";

    public bool IsMutating => Method is not "GET";

    public override string ToString() => $"{Method} {Path}";

    /// <summary>The published table, or our own.</summary>
    public static RouteRow[] Read(string table) =>
        [
            .. File.ReadLines(Repository.File("docs", table))
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Select(c => new RouteRow(c[0], c[1], c[2], c[3], Ordered(c[4]), c[6])),
        ];

    public static RouteRow[] All() => [.. Read("api-routes.tsv"), .. Read("api-routes-own.tsv")];

    public static IEnumerable<RouteRow> Of(RouteEndpoint endpoint)
    {
        var rule = endpoint.Metadata.GetMetadata<ApiRule>()!;
        foreach (
            var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        )
            yield return new RouteRow(
                method,
                "/" + endpoint.RoutePattern.RawText!.Trim('/'),
                Words(rule),
                rule.AllowsKey ? "yes" : "no",
                FlagWords.Text(rule.Needs),
                "built"
            );
    }

    /// <summary>The reference names rights in an order of its own; here they stand in the order of the enum.</summary>
    private static string Ordered(string needs) =>
        string.Join(
            ',',
            needs
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .OrderBy(w => FlagWords.Of(typeof(Permission))[w])
        );

    private static string Words(ApiRule rule) =>
        rule.Access switch
        {
            Api.Rules.Access.Public => "public",
            Api.Rules.Access.User => "auth",
            Api.Rules.Access.Staff => $"staff:{rule.Role}",
            _ => "internal",
        };
}
