using System.Text.Json;

namespace Elizon.Cli.Demo;

/// <summary>The product the customer takes.</summary>
internal sealed record DemoOffer(string Id, string Name, decimal Price)
{
    /// <summary>The cheapest game server for 30 days that is in stock.</summary>
    public static DemoOffer Cheapest(JsonElement products) =>
        products
            .EnumerateArray()
            .Where(p =>
                p.GetProperty("provider").GetString() == "pterodactyl"
                && p.GetProperty("inStock").GetBoolean()
            )
            .SelectMany(p =>
                p.GetProperty("prices")
                    .EnumerateArray()
                    .Where(e => e.GetProperty("billingCycle").GetInt32() == 30)
                    .Select(e => new DemoOffer(
                        p.GetProperty("id").GetString()!,
                        p.GetProperty("name").GetString()!,
                        e.GetProperty("price").GetDecimal()
                    ))
            )
            .MinBy(o => o.Price)
        ?? throw new CliFault(
            ExitCode.Failed,
            "No game server is on sale.",
            "Fill the catalogue: elizon apply deploy/catalog.yaml"
        );
}
