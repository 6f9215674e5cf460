namespace Elizon.Catalog;

/// <summary>One line of a cart as the customer sends it. Defaults suffice: only product and cycle are needed.</summary>
/// <param name="BillingCycle">Days: one of the product's cycles.</param>
/// <param name="Quantity">1 to 20 of the same.</param>
/// <param name="Name">What the customer calls the server, 1 to 60 characters.</param>
/// <param name="AddOn">Adds to a service of this product and cycle instead; such lines share no cart with others.</param>
[GenerateSerializer, Immutable, Alias("CartItem")]
public sealed record CartItem(
    [property: Id(0)] ProductId ProductId,
    [property: Id(1)] int BillingCycle,
    [property: Id(2)] int Quantity = 1,
    [property: Id(3)] string? Name = null,
    [property: Id(4)] CartItemOptions? Options = null,
    [property: Id(5)] CartAddOn? AddOn = null
);

/// <summary>What can be chosen at order.</summary>
/// <param name="Location">One of the product's locations; the first with room if left out.</param>
/// <param name="Egg">One of the product's games, for products that sell several.</param>
/// <param name="Image">A docker image of the egg by its label, such as "Java 21".</param>
/// <param name="Variables">Startup variables of the egg, by its rules; defaults fill the rest.</param>
/// <param name="Upgrades">Configurable options of the product by key, such as memory in steps.</param>
[GenerateSerializer, Immutable, Alias("CartItemOptions")]
public sealed record CartItemOptions(
    [property: Id(0)] LocationId? Location = null,
    [property: Id(1)] string? Egg = null,
    [property: Id(2)] string? Image = null,
    [property: Id(3)] Dictionary<string, string>? Variables = null,
    [property: Id(4)] Dictionary<string, int>? Upgrades = null
);

/// <summary>A cart line checked against the catalogue: what exactly is sold, for how much.</summary>
/// <param name="Gross">Per unit and cycle in the house's home country, VAT included; what a consumer pays (ADR on prices).</param>
/// <param name="PriceVersion">Which version of the price this is.</param>
/// <param name="Stock">The stock this line draws from; null when unlimited.</param>
/// <param name="AddOn">What is added to a service; null for a service of its own.</param>
[GenerateSerializer, Immutable, Alias("Offer")]
public sealed record Offer(
    [property: Id(0)] ProductId ProductId,
    [property: Id(1)] string Slug,
    [property: Id(2)] string ProductName,
    [property: Id(3)] string Category,
    [property: Id(4)] int BillingCycle,
    [property: Id(5)] int Quantity,
    [property: Id(6)] string? Name,
    [property: Id(7)] Money Gross,
    [property: Id(8)] int PriceVersion,
    [property: Id(9)] string? Stock,
    [property: Id(10)] ServicePlan Plan,
    [property: Id(11)] SoldAddOn? AddOn = null
);

/// <summary>What is provisioned for an offer.</summary>
/// <param name="Provider">The panel or cluster.</param>
/// <param name="Egg">The game, by the key of the synced egg; null for machines.</param>
/// <param name="Image">The docker image, in full.</param>
/// <param name="Environment">Every variable of the egg, defaults filled in.</param>
/// <param name="Memory">MiB.</param>
/// <param name="Disk">MiB.</param>
/// <param name="Cpu">Percent of one core.</param>
[GenerateSerializer, Immutable, Alias("ServicePlan")]
public sealed record ServicePlan(
    [property: Id(0)] ProviderId Provider,
    [property: Id(1)] string ProviderKind,
    [property: Id(2)] LocationId Location,
    [property: Id(3)] string LocationName,
    [property: Id(4)] string? Egg,
    [property: Id(5)] string? EggName,
    [property: Id(6)] string? Image,
    [property: Id(7)] Dictionary<string, string> Environment,
    [property: Id(8)] int Memory,
    [property: Id(9)] int Disk,
    [property: Id(10)] int Cpu,
    [property: Id(11)] int Swap,
    [property: Id(12)] int Io,
    [property: Id(13)] int Databases,
    [property: Id(14)] int Allocations,
    [property: Id(15)] int Backups
);

/// <summary>The catalogue as a cart sees it. Stateless; answers from a snapshot that is at most a second old.</summary>
[Alias("ICatalogReader")]
public partial interface ICatalogReader : IGrainWithIntegerKey
{
    /// <summary>Checks every line and prices it; all faults are named at once, with their place ("items[1].billingCycle").</summary>
    /// <exception cref="Refusal">Invalid, or NotFound for an unknown product.</exception>
    [Alias("Quote")]
    Task<Offer[]> Quote(CartItem[] items);
}

/// <summary>
/// The stock of one product and location; key: <see cref="Offer.Stock"/>. Reserve, confirm, release; every call repeats
/// safely. A reservation that no order confirms or holds lapses after two minutes, once the account was asked (by
/// message) and knows no such order.
/// </summary>
[Alias("IStockGrain")]
public interface IStockGrain : IGrainWithStringKey
{
    /// <summary>Takes pieces off the shelf for an order that is about to be committed by the account.</summary>
    /// <exception cref="Refusal">Conflict "stock.soldOut".</exception>
    [Alias("Reserve")]
    Task Reserve(OrderId order, AccountId account, int pieces);

    /// <summary>The account did not commit: puts the pieces back. Unknown orders are ignored.</summary>
    [Alias("Release")]
    Task Release(OrderId order);
}

/// <summary>The only way to the grains of this feature.</summary>
public static class CatalogGrainFactory
{
    public static ICatalogReader CatalogReader(this IGrainFactory grains) =>
        grains.GetGrain<ICatalogReader>(0);

    public static IStockGrain Stock(this IGrainFactory grains, string stock) =>
        grains.GetGrain<IStockGrain>(stock);
}
