namespace Elizon.Catalog;

/// <summary>A product as declared. Its id stays when the slug changes: services refer to it for ever.</summary>
/// <param name="Slug">Its name in addresses: lower case letters, digits and '-'.</param>
/// <param name="Eggs">Games that can be chosen; empty for machines.</param>
/// <param name="DefaultEgg">One of <paramref name="Eggs"/>.</param>
/// <param name="Locations">In the order in which they are tried when the customer names none.</param>
/// <param name="Prices">Gross euros at the home country's VAT (ADR on prices); see <see cref="PriceEntry"/>.</param>
/// <param name="Stock">Pieces per location; a location that is not named is unlimited.</param>
/// <param name="Published">False: kept, but neither shown nor sold.</param>
[GenerateSerializer, Immutable, Alias("ProductEntry")]
public sealed record ProductEntry(
    [property: Id(0)] ProductId Id,
    [property: Id(1)] string Slug,
    [property: Id(2)] CategoryId Category,
    [property: Id(3)] LocalText Name,
    [property: Id(4)] LocalText Description,
    [property: Id(5)] ProviderId Provider,
    [property: Id(6)] EggOffer[] Eggs,
    [property: Id(7)] string? DefaultEgg,
    [property: Id(8)] PlanLimits Limits,
    [property: Id(9)] LocationId[] Locations,
    [property: Id(10)] ProductOption[] Options,
    [property: Id(11)] PriceEntry[] Prices,
    [property: Id(12)] Dictionary<string, int> Stock,
    [property: Id(13)] bool Published = true
);

/// <summary>
/// The price of one cycle. Without <paramref name="From"/> it is the price as long as no dated entry of the same cycle has
/// come into force.
/// </summary>
/// <param name="Cycle">Days; one of <see cref="BillingCycles"/>.</param>
/// <param name="From">UTC; at most one entry per cycle and instant.</param>
[GenerateSerializer, Immutable, Alias("PriceEntry")]
public sealed record PriceEntry(
    [property: Id(0)] int Cycle,
    [property: Id(1)] Money Price,
    [property: Id(2)] DateTimeOffset? From = null
);

/// <summary>More of one resource, in steps, at order.</summary>
/// <param name="Key">What a cart calls it.</param>
/// <param name="Step">How much one step adds, in the unit of the resource.</param>
/// <param name="MaxSteps">1 to 1,000.</param>
/// <param name="Prices">Price of one step per cycle in days, VAT included; every cycle of the product is there.</param>
[GenerateSerializer, Immutable, Alias("ProductOption")]
public sealed record ProductOption(
    [property: Id(0)] string Key,
    [property: Id(1)] LocalText Name,
    [property: Id(2)] PlanResource Resource,
    [property: Id(3)] int Step,
    [property: Id(4)] int MaxSteps,
    [property: Id(5)] SortedDictionary<int, Money> Prices
);
