using System.CommandLine;
using System.Text.Json;
using Elizon.Catalog;
using Elizon.Cli.Access;
using Elizon.Cli.Catalog;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon apply catalog.yaml</c>: makes the catalogue what the file says.</summary>
internal static class ApplyCommand
{
    private static readonly Argument<string> Source = new("file")
    {
        Description = "The catalogue file.",
        HelpName = "catalog.yaml",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Only say what would change.",
    };

    private static readonly Option<bool> Prune = new("--prune")
    {
        Description = "Withdraw what the file does not name.",
    };

    public static Command Make(World world) =>
        Common
            .Staff(
                world,
                "apply",
                "Make the catalogue and coupons what a file says. A second time changes nothing.",
                (parsed, api, report, cancellation) =>
                    Apply(
                        CatalogFile.Read(parsed.GetRequiredValue(Source), world),
                        parsed.GetValue(DryRun),
                        parsed.GetValue(Prune),
                        api,
                        report,
                        cancellation
                    )
            )
            .With(Source, DryRun, Prune);

    private static async Task<int> Apply(
        CatalogFile file,
        bool dryRun,
        bool prune,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await Put(file, dryRun, prune, api, cancellation);
        var coupons = await CouponsOfFile.Apply(file, dryRun, api, cancellation);
        report.Json(
            JsonSerializer.SerializeToElement(
                new
                {
                    success = true,
                    applied = answer.GetProperty("applied"),
                    coupons = coupons.Coupons,
                    couponsNotInFile = coupons.NotInFile,
                },
                CliJson.Options
            )
        );
        CatalogDifference.Print(answer.Read<CatalogApplied>("applied"), report);
        CouponsOfFile.Print(coupons, report);
        return ExitCode.Ok;
    }

    private static async Task<JsonElement> Put(
        CatalogFile file,
        bool dryRun,
        bool prune,
        AdminApi api,
        CancellationToken cancellation
    )
    {
        try
        {
            return await api.Put(
                $"api/admin/catalog?dryRun={(dryRun ? "true" : "false")}&prune={(prune ? "true" : "false")}",
                file.Document,
                cancellation,
                $"apply {Path.GetFileName(file.Name)}"
            );
        }
        catch (CliFault refused) when (refused.Details.Length > 0)
        {
            throw file.At(refused);
        }
    }
}
