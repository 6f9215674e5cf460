using Elizon.Catalog;
using Elizon.Cli.Output;
using Spectre.Console;

namespace Elizon.Cli.Catalog;

/// <summary>What an apply changed or would change, line by line.</summary>
internal static class CatalogDifference
{
    public static void Print(CatalogApplied applied, Report report)
    {
        foreach (var change in applied.Changes)
            report.Markup(Line(change));
        report.Line(Summary(applied));
    }

    private static string Line(CatalogChange change)
    {
        var subject = Markup.Escape(change.Subject);
        return change.Kind switch
        {
            CatalogChangeKind.Added => $"[green]+ {subject}[/]",
            CatalogChangeKind.Withdrawn => $"[red]- {subject}[/]",
            _ => $"[yellow]~ {subject}[/] {Markup.Escape(Text(change))}",
        };
    }

    private static string Text(CatalogChange change) =>
        change is { Before: null, After: null } ? $"{change.Field}"
        : change.Before is null ? $"{change.Field}: {change.After}"
        : $"{change.Field}: {change.Before} → {change.After ?? "–"}";

    private static string Summary(CatalogApplied applied) =>
        applied.Changes.Length == 0
            ? $"No change; the catalogue is at revision {applied.Revision}."
            : $"{Count(applied, CatalogChangeKind.Added)} added, {Count(applied, CatalogChangeKind.Changed)} changed, {Count(applied, CatalogChangeKind.Withdrawn)} withdrawn"
                + (
                    applied.DryRun
                        ? "; nothing was done (dry run)."
                        : $"; the catalogue is at revision {applied.Revision}."
                );

    private static int Count(CatalogApplied applied, CatalogChangeKind kind) =>
        applied.Changes.Count(c => c.Kind == kind);
}
