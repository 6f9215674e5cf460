namespace Elizon.Subscriptions;

/// <summary>A new price for all running contracts of a product with one billing cycle.</summary>
/// <param name="BillingCycle">Days; contracts of other cycles keep their price.</param>
/// <param name="Price">Per cycle, VAT included: what whoever pays <paramref name="Before"/> pays.</param>
/// <param name="From">First day on which a period may begin with it.</param>
/// <param name="Before">
/// The price it replaces; null: the catalogue's of today. Contracts with another price keep their proportion to it.
/// </param>
[GenerateSerializer, Immutable, Alias("PriceChangeTerms")]
public sealed record PriceChangeTerms(
    [property: Id(0)] ProductId Product,
    [property: Id(1)] int BillingCycle,
    [property: Id(2)] Money Price,
    [property: Id(3)] DateOnly From,
    [property: Id(4)] Money? Before = null
);

/// <summary>A new price and how far it was carried out.</summary>
/// <param name="Id">Null when it was only looked at.</param>
/// <param name="Contracts">Running ones of this product and cycle when it was announced or looked at.</param>
/// <param name="OwnPrice">Of these, with another price than <paramref name="Before"/>: they keep their proportion.</param>
/// <param name="Visited">How many contracts have been asked to take it.</param>
/// <param name="Told">How many have taken it; their customers were told by mail.</param>
/// <param name="DoneAt">When the last one was asked.</param>
[GenerateSerializer, Immutable, Alias("PriceChangeView")]
public sealed record PriceChangeView(
    [property: Id(0)] PriceChangeId? Id,
    [property: Id(1)] ProductId Product,
    [property: Id(2)] int BillingCycle,
    [property: Id(3)] Money Before,
    [property: Id(4)] Money Price,
    [property: Id(5)] DateOnly From,
    [property: Id(6)] int Contracts,
    [property: Id(7)] int OwnPrice,
    [property: Id(8)] int Visited,
    [property: Id(9)] int Told,
    [property: Id(10)] DateTimeOffset? AnnouncedAt,
    [property: Id(11)] DateTimeOffset? DoneAt
);
