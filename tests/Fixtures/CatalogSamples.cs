using Elizon.Catalog;

namespace Elizon.Fixtures;

/// <summary>A small sound catalogue that tests bend.</summary>
public static class CatalogSamples
{
    public static Caller Staff(DateTimeOffset at, Operation? operation = null) =>
        new(
            new UserId("chief"),
            CallerKind.Staff,
            "session/chief",
            Permission.None,
            at,
            operation,
            "spring prices"
        );

    public static CatalogDocument Document(params ProductEntry[] products) =>
        new()
        {
            Providers =
            [
                new(
                    new ProviderId("panel-1"),
                    "pterodactyl",
                    "Panel",
                    "http://127.0.0.1:8090",
                    new() { ["applicationKey"] = "ptla_x" },
                    new() { ["fra"] = "fra", ["hel"] = "hel" }
                ),
            ],
            Locations =
            [
                new(new LocationId("fra"), Text("Frankfurt"), "Frankfurt", "DE", "🇩🇪"),
                new(
                    new LocationId("hel"),
                    Text("Helsinki"),
                    "Helsinki",
                    "FI",
                    "🇫🇮",
                    "https://ping.example/hel"
                ),
            ],
            Categories =
            [
                new(new CategoryId("games"), new LocalText("Spiele", "Games"), Text("Alle")),
                new(
                    new CategoryId("minecraft"),
                    Text("Minecraft"),
                    Text("Klötzchen"),
                    new CategoryId("games"),
                    new UpgradeConfig(
                        [new(PlanResource.Memory, 1024, 16_384, 1024, new Money(120))],
                        new Money(250)
                    )
                ),
            ],
            Products = products,
            Navigation = [new(new LocalText("Spiele", "Games"), "/games")],
        };

    public static ProductEntry Product(
        string id,
        PriceEntry[]? prices = null,
        Dictionary<string, int>? stock = null
    ) =>
        new(
            new ProductId(id),
            id,
            new CategoryId("minecraft"),
            new LocalText($"Klötze {id}", $"Blocks {id}"),
            new LocalText("Für Freunde", "For friends"),
            new ProviderId("panel-1"),
            [new EggOffer("paper", null, []), new EggOffer("vanilla", null, [])],
            "paper",
            new PlanLimits(2048, 10_240, 200),
            [new LocationId("fra"), new LocationId("hel")],
            [],
            prices ?? [new PriceEntry(30, new Money(499)), new PriceEntry(90, new Money(1_399))],
            stock ?? []
        );

    private static LocalText Text(string both) => new(both, both);
}
