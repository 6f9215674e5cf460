using System.CommandLine;
using System.Text.Json;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Elizon.Subscriptions;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon price</c>: new prices of contracts that run.</summary>
internal static class PriceCommand
{
    private static readonly Argument<string> Service = new("service")
    {
        Description = "The service's id.",
    };

    private static readonly Argument<string> Product = new("product")
    {
        Description = "The product's id in the catalogue.",
    };

    private static readonly Argument<string> Id = new("id") { Description = "The price change." };

    private static readonly Option<decimal> Price = new("--price")
    {
        Description = "Euros per cycle, VAT included, such as 5.99.",
        Required = true,
    };

    private static readonly Option<DateOnly> From = new("--from")
    {
        Description =
            "First day on which a period may begin with it. A rise needs the notice time of the settings.",
        Required = true,
    };

    private static readonly Option<int> Cycle = new("--cycle")
    {
        Description = "Days of the billing cycle; contracts of others keep their price.",
        DefaultValueFactory = _ => 30,
    };

    private static readonly Option<decimal?> Before = new("--before")
    {
        Description =
            "The price it replaces; the catalogue's of today when left out. Contracts with another keep their proportion.",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Only say whom it would touch.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "price",
            "New prices of contracts that run.",
            Common
                .Staff(world, "contract", "A new price for one contract. Needs --reason.", Contract)
                .With(Service, Price, From),
            Common
                .Staff(
                    world,
                    "product",
                    "A new price for all contracts of a product and cycle. Needs --reason.",
                    Announce
                )
                .With(Product, Cycle, Price, From, Before, DryRun),
            Common
                .Staff(world, "list", "New prices of products, newest first.", List)
                .With(Paging.Page, Paging.Limit),
            Common.Staff(world, "show", "How far one was carried out.", Show).With(Id)
        );

    private static async Task<int> Contract(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Post(
            $"api/admin/subscriptions/{Uri.EscapeDataString(parsed.GetRequiredValue(Service))}/price",
            new { price = parsed.GetValue(Price), from = parsed.GetValue(From) },
            cancellation,
            api.Reason()
        );
        report.Json(answer);
        var contract = answer.Read<SubscriptionView>("subscription");
        report.Facts(
            ("service", contract.ServiceId.Value),
            ("name", contract.Name),
            ("price", $"{contract.Price}"),
            ("new price", $"{contract.AnnouncedPrice}"),
            ("from", Moment.Day(contract.AnnouncedFrom))
        );
        return ExitCode.Ok;
    }

    private static async Task<int> Announce(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var dry = parsed.GetValue(DryRun);
        var answer = await api.Post(
            dry ? "api/admin/price-changes/preview" : "api/admin/price-changes",
            new
            {
                product = parsed.GetRequiredValue(Product),
                billingCycle = parsed.GetValue(Cycle),
                price = parsed.GetValue(Price),
                from = parsed.GetValue(From),
                before = parsed.GetValue(Before),
            },
            cancellation,
            dry ? "elizon price product --dry-run" : api.Reason()
        );
        return One(answer, report);
    }

    private static async Task<int> Show(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var id = Uri.EscapeDataString(parsed.GetRequiredValue(Id));
        return One(await api.Get($"api/admin/price-changes/{id}", cancellation), report);
    }

    private static Task<int> List(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<PriceChangeView>(
            parsed,
            api,
            report,
            "api/admin/price-changes",
            "priceChanges",
            found => Print(found, report),
            cancellation
        );

    private static int One(JsonElement answer, Report report)
    {
        report.Json(answer);
        Print([answer.Read<PriceChangeView>("priceChange")], report);
        return ExitCode.Ok;
    }

    private static void Print(IEnumerable<PriceChangeView> changes, Report report) =>
        report.Table(
            [
                "id",
                "product",
                "days",
                "before",
                "price",
                "from",
                "contracts",
                "own price",
                "asked",
                "told",
                "done",
            ],
            changes.Select(c =>
                new[]
                {
                    c.Id?.Value,
                    c.Product.Value,
                    $"{c.BillingCycle}",
                    $"{c.Before}",
                    $"{c.Price}",
                    Moment.Day(c.From),
                    $"{c.Contracts}",
                    $"{c.OwnPrice}",
                    $"{c.Visited}",
                    $"{c.Told}",
                    c.DoneAt is { } done ? Moment.Text(done) : "",
                }
            )
        );
}
