namespace Elizon.Catalog;

internal static class NavigationFaults
{
    private const int Deepest = 3;

    public static void Check(NavigationEntry[] entries, FaultList faults) =>
        Check(entries, "navigation", 1, faults);

    private static void Check(NavigationEntry[] entries, string at, int depth, FaultList faults)
    {
        faults.AtMost(at, entries, 50);
        if (depth > Deepest)
        {
            faults.Add(at, $"Navigation is at most {Deepest} levels deep.");
            return;
        }
        for (var i = 0; i < entries.Length && i < 50; i++)
        {
            var (entry, place) = (entries[i], $"{at}[{i}]");
            faults.Text($"{place}.label", entry.Label, 60);
            faults.AddIf(
                !IsTarget(entry.Href),
                $"{place}.href",
                "Must be a path that starts with '/' or an https address."
            );
            if (entry.Children is { Length: > 0 } children)
                Check(children, $"{place}.children", depth + 1, faults);
        }
    }

    // "//host" is an address without a scheme: it would lead off the site.
    private static bool IsTarget(string? href) =>
        href is { Length: > 0 and <= 300 }
        && !href.Any(char.IsControl)
        && (
            (href[0] == '/' && !href.StartsWith("//", StringComparison.Ordinal))
            || (
                Uri.TryCreate(href, UriKind.Absolute, out var uri)
                && uri.Scheme == Uri.UriSchemeHttps
            )
        );
}
