using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Elizon.Catalog;
using Elizon.Cli.Access;
using Elizon.Cli.Catalog;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon catalog</c>: what is on sale, and checks of a file without a platform.</summary>
internal static class CatalogCommand
{
    private static readonly Argument<string> Source = new("file")
    {
        Description = "The catalogue file.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "catalog",
            "What is on sale.",
            Common.Staff(world, "show", "The catalogue in force.", Show),
            Check(world)
        );

    private static Command Check(World world)
    {
        var check = new Command("check", "Check a file without sending it.").With(Source);
        check.SetAction(parsed =>
        {
            var file = CatalogFile.Read(parsed.GetRequiredValue(Source), world);
            var report = new Report(world, parsed.GetValue(Common.Json));
            report.Json(JsonSerializer.SerializeToElement(new { success = true }));
            report.Line($"{file.Name} is sound: {file.Document.Products.Length} products.");
            return ExitCode.Ok;
        });
        return check;
    }

    private static async Task<int> Show(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Get("api/admin/catalog", cancellation);
        report.Json(answer);
        var catalog = answer.Read<CatalogDocument>("catalog");
        report.Table(
            ["product", "category", "provider", "games", "memory", "30 days", "published"],
            catalog.Products.Select(p =>
                new[]
                {
                    p.Slug,
                    p.Category.Value,
                    p.Provider.Value,
                    string.Join(", ", p.Eggs.Select(e => e.Egg)),
                    string.Create(CultureInfo.InvariantCulture, $"{p.Limits.Memory} MiB"),
                    p.Prices.FirstOrDefault(e => e is { Cycle: 30, From: null })?.Price.ToString(),
                    p.Published ? "yes" : "no",
                }
            )
        );
        return ExitCode.Ok;
    }
}
