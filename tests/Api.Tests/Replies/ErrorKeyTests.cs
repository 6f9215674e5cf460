using System.Text.RegularExpressions;

namespace Elizon.Api.Tests.Replies;

/// <summary>Programs branch on error keys: they are one list, each means one thing, and the list is published.</summary>
public sealed partial class ErrorKeyTests
{
    [Fact]
    public void The_published_list_of_error_keys_is_complete()
    {
        var published = File.ReadLines(Repository.File("docs", "error-keys.tsv"))
            .Skip(1)
            .Select(l => string.Join('\t', l.Split('\t').Take(2)))
            .ToHashSet(StringComparer.Ordinal);
        var used = Used();
        string[] differences =
        [
            .. used.Where(u => !published.Contains(u))
                .Select(u => $"add to docs/error-keys.tsv: {u}"),
            .. published
                .Where(p => !used.Contains(p))
                .Select(p => $"remove from docs/error-keys.tsv: {p}"),
        ];
        Assert.True(differences.Length == 0, string.Join(Environment.NewLine, differences));
    }

    [Fact]
    public void A_key_means_one_kind_of_refusal() =>
        Assert.Empty(
            Used()
                .GroupBy(u => u.Split('\t')[0])
                .Where(g => g.Count() > 1)
                .Select(g => string.Join(" | ", g))
        );

    /// <summary>Key and kind, as the sources state them.</summary>
    private static HashSet<string> Used() =>
        [
            .. Repository
                .Sources("src/Grains.Abstractions", "src/Grains", "src/Api")
                .SelectMany(f => Refusal().Matches(File.ReadAllText(f)))
                .Select(m => $"{m.Groups["key"].Value}\t{m.Groups["kind"].Value}"),
        ];

    [GeneratedRegex(
        """RefusalKind\.(?<kind>\w+),\s*"(?<key>[^"]+)"\s*,""",
        RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex Refusal();
}
