using System.Collections.Immutable;
using Elizon.Catalog;
using Elizon.Grains.Audit;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Catalog;

/// <summary>The rules of the catalogue.</summary>
internal static class Catalog
{
    /// <summary>What a document changes; throws every fault at once, and refuses to withdraw unless asked to.</summary>
    public static CatalogPlan Plan(
        CatalogState state,
        CatalogDocument document,
        ApplyOptions options,
        DateTimeOffset now
    )
    {
        var faults = CatalogFaults.Of(document);
        if (faults.Count > 0)
            throw CatalogRefusals.Faulty(faults.Select(f => f.ToString()));
        var plan = CatalogPlan.Of(state, document, now);
        if (!options.Prune && !options.DryRun && plan.Withdrawn.Any())
            throw CatalogRefusals.WouldWithdraw(plan.Withdrawn);
        return plan;
    }

    /// <summary>The commit of a plan that changes something.</summary>
    public static Change<CatalogState> Apply(
        CatalogState state,
        CatalogPlan plan,
        Caller by,
        DateTimeOffset now
    )
    {
        var next = plan.Next with { Revision = state.Revision + 1 };
        var change = new Change<CatalogState>(next)
            .Record(new CatalogRow(CatalogGrains.Key, next.Revision, next.Navigation, now))
            .Record(Changed(state.Providers, next.Providers).Select(CatalogProviderRow.Of))
            .Record(Changed(state.Locations, next.Locations).Select(CatalogLocationRow.Of))
            .Record(Changed(state.Categories, next.Categories).Select(CatalogCategoryRow.Of))
            .Record(Changed(state.Products, next.Products).Select(CatalogProductRow.Of))
            .Record(plan.NewPrices.Select(p => CatalogPriceRow.Of(p, now)))
            .Record(Audit(plan, next.Revision, by));
        return StockLimits
            .Between(state.Products, next.Products)
            .Aggregate(change, (sum, limit) => limit.AddTo(sum));
    }

    /// <summary>By their stored form: entries hold arrays, which are equal only to themselves.</summary>
    private static IEnumerable<Kept<TEntry>> Changed<TEntry>(
        Shelf<TEntry> before,
        Shelf<TEntry> after
    ) =>
        after
            .Entries.Where(e =>
                before.Entries.GetValueOrDefault(e.Key) is not { } then
                || Json.Write(then) != Json.Write(e.Value)
            )
            .Select(e => e.Value);

    private static AuditRow Audit(CatalogPlan plan, long revision, Caller by)
    {
        var details = plan
            .Changes.Take(200)
            .GroupBy(c => c.Field is null ? c.Subject : $"{c.Subject} {c.Field}")
            .ToDictionary(g => g.Key, g => Text(g.First()));
        details["revision"] = $"{revision}";
        details["changes"] = $"{plan.Changes.Count}";
        return new AuditRow(
            by.At,
            by.By,
            "catalog.applied",
            $"catalog/{CatalogGrains.Key}",
            null,
            by.Reason,
            details
        );
    }

    private static string Text(CatalogChange change) =>
        change.Field is null
            ? change.Kind.ToString()
            : $"{Short(change.Before)} → {Short(change.After)}";

    private static string Short(string? text) =>
        text is null ? "–"
        : text.Length <= 120 ? text
        : text[..120] + "…";
}

/// <summary>A stock whose limit changed: told to the stock, and recorded for readers.</summary>
internal sealed record StockLimits(ProductId Product, LocationId Location, int? Pieces)
{
    public static IEnumerable<StockLimits> Between(
        Shelf<ProductEntry> before,
        Shelf<ProductEntry> after
    ) =>
        from product in after.Entries.Values
        let then = before.Entries.GetValueOrDefault(product.Entry.Id.Value)?.Entry.Stock ?? []
        from location in product.Entry.Stock.Keys.Union(then.Keys).Order(StringComparer.Ordinal)
        let was = Of(then, location)
        let wanted = Of(product.Entry.Stock, location)
        where was != wanted
        select new StockLimits(product.Entry.Id, LocationId.Of(location), wanted);

    public Change<CatalogState> AddTo(Change<CatalogState> change)
    {
        var key = new StockKey(Product, Location).ToString();
        var row = new CatalogStockRow(key, Product, Location, Pieces ?? 0);
        return (Pieces is null ? change.Erase(row) : change.Record(row)).Send(
            new Address("stock", key),
            new StockLimited(Pieces)
        );
    }

    private static int? Of(Dictionary<string, int> stock, string location) =>
        stock.TryGetValue(location, out var pieces) ? pieces : null;
}
