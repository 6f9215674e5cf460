namespace Elizon.Grains.Catalog;

/// <summary>The key of a stock: product and location. An id holds no dot.</summary>
internal readonly record struct StockKey(ProductId Product, LocationId Location)
{
    public override string ToString() => $"{Product}.{Location}";

    public static StockKey Parse(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return new StockKey(ProductId.Of(key[..dot]), LocationId.Of(key[(dot + 1)..]));
    }
}
