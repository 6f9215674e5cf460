namespace Elizon.Catalog;

/// <summary>What servers of a product can be changed to, with today's prices.</summary>
/// <param name="Limits">What the product is sold with: nothing goes below it.</param>
/// <param name="Prices">Of the product as it is sold, by cycle; at least one.</param>
/// <param name="Resources">Those that can be more than the product has.</param>
[GenerateSerializer, Immutable, Alias("ProductSizes")]
public sealed record ProductSizes(
    [property: Id(0)] ProductId Product,
    [property: Id(1)] PlanLimits Limits,
    [property: Id(2)] PriceView[] Prices,
    [property: Id(3)] ResourceSize[] Resources
);

/// <summary>More of one resource.</summary>
/// <param name="Max">In the unit of the resource; no change goes above it.</param>
/// <param name="Step">What one step adds.</param>
/// <param name="Price">Of one step per cycle of the product, VAT included.</param>
/// <param name="Changeable">False: it could only be chosen at order, but has its price.</param>
[GenerateSerializer, Immutable, Alias("ResourceSize")]
public sealed record ResourceSize(
    [property: Id(0)] PlanResource Resource,
    [property: Id(1)] int Max,
    [property: Id(2)] int Step,
    [property: Id(3)] Dictionary<int, Money> Price,
    [property: Id(4)] bool Changeable
);
