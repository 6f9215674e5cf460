using System.CommandLine;
using System.Globalization;
using Elizon.Billing;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon dunning</c>: what holds, and what another policy would do to whom.</summary>
internal static class DunningCommand
{
    private static readonly Option<DateOnly?> On = new("--on")
    {
        Description = "The last day looked at; thirty days from today when left out.",
    };

    private static readonly Option<string[]> Stage = new("--stage")
    {
        Description =
            "A stage to try, as in 3:SUSPEND or 1:REMIND:2.50; repeat it. Left out: what holds.",
    };

    private static readonly Option<string?> Product = new("--product")
    {
        Description = "Only invoices of this product.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "dunning",
            "What happens to invoices that are not paid.",
            Common.Staff(world, "policies", "The stages that hold.", Policies),
            Common
                .Staff(world, "simulate", "What would happen to whom; changes nothing.", Simulate)
                .With(On, Stage, Product, Paging.Page, Paging.Limit)
        );

    private static async Task<int> Policies(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Get("api/admin/dunning", cancellation);
        report.Json(answer);
        report.Table(
            ["product", "days", "deed", "fee"],
            answer
                .Read<DunningPolicyView[]>("policies")
                .SelectMany(p =>
                    p.Stages.Select(s =>
                        new[] { p.Product?.Value ?? "all", $"{s.Days}", $"{s.Deed}", $"{s.Fee}" }
                    )
                )
        );
        return ExitCode.Ok;
    }

    private static async Task<int> Simulate(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Post(
            Paging.Path(parsed, "api/admin/dunning/simulate"),
            new
            {
                on = parsed.GetValue(On)
                    ?? DateOnly
                        .FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
                        .AddDays(30),
                stages = parsed.GetValue(Stage) is { Length: > 0 } stages
                    ? stages.Select(Parse).ToArray()
                    : null,
                product = parsed.GetValue(Product),
            },
            cancellation,
            "elizon dunning simulate"
        );
        return Paging.Print<DunningForecast>(
            answer,
            report,
            "invoices",
            found =>
                report.Table(
                    ["when", "deed", "fee", "customer", "service", "name", "invoice", "owed"],
                    found
                        .SelectMany(f => f.Steps.Select(s => (Forecast: f, Step: s)))
                        .OrderBy(r => r.Step.At)
                        .Select(r => Row(r.Forecast, r.Step))
                )
        );
    }

    private static string?[] Row(DunningForecast forecast, DunningForecastStep step) =>
        [
            Moment.Text(step.At),
            forecast.InFlight && step.Deed != DunningDeed.Announce
                ? $"{step.Deed} (waits: money moves)"
                : $"{step.Deed}",
            $"{step.Fee}",
            forecast.Account.Value,
            forecast.Service?.Value,
            forecast.Name,
            forecast.Invoice.Value,
            $"{forecast.Amount}",
        ];

    private static object Parse(string stage)
    {
        var parts = stage.Split(':');
        if (
            parts.Length is < 2 or > 3
            || !int.TryParse(
                parts[0],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var days
            )
        )
            throw new CliFault(
                ExitCode.Usage,
                $"'{stage}' is no stage: days, deed and, where there is one, the fee, as in 1:REMIND:2.50."
            );
        var fee = 0m;
        if (
            parts.Length == 3
            && !decimal.TryParse(
                parts[2],
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out fee
            )
        )
            throw new CliFault(ExitCode.Usage, $"'{parts[2]}' is no fee.");
        return new
        {
            days,
            deed = parts[1].ToUpperInvariant(),
            fee,
        };
    }
}
