using System.Collections.Frozen;
using System.Collections.Immutable;
using Elizon.Catalog;
using Elizon.Grains.Catalog;

namespace Elizon.Rules.Tests.Catalog;

/// <summary>A small sound catalogue that tests bend.</summary>
internal static class CatalogSamples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    public static readonly Caller Staff = new(
        new UserId("chief"),
        CallerKind.Staff,
        "session/chief",
        Permission.None,
        Now,
        Reason: "spring prices"
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
                new(new LocationId("hel"), Text("Helsinki"), "Helsinki", "FI", "🇫🇮"),
            ],
            Categories =
            [
                new(new CategoryId("games"), Text("Spiele"), Text("Alle Spiele")),
                new(
                    new CategoryId("minecraft"),
                    Text("Minecraft"),
                    Text("Klötzchen"),
                    new CategoryId("games")
                ),
            ],
            Products = products.Length > 0 ? products : [Product()],
        };

    public static ProductEntry Product(
        string id = "mc-s",
        PriceEntry[]? prices = null,
        Dictionary<string, int>? stock = null
    ) =>
        new(
            new ProductId(id),
            id,
            new CategoryId("minecraft"),
            Text("Minecraft S"),
            Text("Für Freunde"),
            new ProviderId("panel-1"),
            [new EggOffer("paper", null, []), new EggOffer("vanilla", null, [])],
            "paper",
            new PlanLimits(2048, 10_240, 200),
            [new LocationId("fra"), new LocationId("hel")],
            [
                new ProductOption(
                    "memory",
                    Text("Arbeitsspeicher"),
                    PlanResource.Memory,
                    1024,
                    8,
                    new()
                    {
                        [7] = new Money(40),
                        [14] = new Money(70),
                        [30] = new Money(120),
                        [60] = new Money(240),
                        [90] = new Money(350),
                        [120] = new Money(450),
                        [365] = new Money(1_300),
                    }
                ),
            ],
            prices ?? [new PriceEntry(30, new Money(499)), new PriceEntry(90, new Money(1_399))],
            stock ?? []
        );

    public static LocalText Text(string both) => new(both, both);

    /// <summary>What readers see once the document was applied to an empty house.</summary>
    public static CatalogSnapshot Snapshot(
        CatalogDocument document,
        params (string Stock, int Left)[] available
    )
    {
        var state = CatalogPlan.Of(new CatalogState(), document, Now).Next;
        return new CatalogSnapshot(
            new CatalogContent(
                1,
                state.Navigation,
                state
                    .Providers.Entries.Values.Select(CatalogProviderRow.Of)
                    .ToFrozenDictionary(p => p.Id),
                state
                    .Locations.Entries.Values.Select(CatalogLocationRow.Of)
                    .ToFrozenDictionary(l => l.Id),
                state
                    .Categories.Entries.Values.Select(CatalogCategoryRow.Of)
                    .ToFrozenDictionary(c => c.Key),
                state
                    .Products.Entries.Values.Select(p => Sold(p, state))
                    .ToFrozenDictionary(p => p.Row.Id),
                document
                    .Products.SelectMany(p => p.Stock.Keys.Select(l => $"{p.Id}.{l}"))
                    .ToFrozenSet()
            ),
            available.ToFrozenDictionary(a => a.Stock, a => a.Left)
        );
    }

    private static SoldProduct Sold(Kept<ProductEntry> product, CatalogState state) =>
        new(
            CatalogProductRow.Of(product),
            BillingCycles
                .All.Select(cycle =>
                    (cycle, Versions: state.PricesOf(product.Entry.Id, cycle).ToArray())
                )
                .ToFrozenDictionary(c => c.cycle, c => c.Versions)
        );
}
