namespace Elizon.Catalog;

/// <summary>A product as everybody sees it.</summary>
/// <param name="Category">Key of the category it lies in.</param>
/// <param name="Provider">The kind: "pterodactyl" or "proxmox".</param>
/// <param name="Prices">What is charged now, by cycle.</param>
/// <param name="Eggs">The games to choose from, with what can be set.</param>
/// <param name="InStock">True while at least one location has room.</param>
[GenerateSerializer, Immutable, Alias("ProductView")]
public sealed record ProductView(
    [property: Id(0)] ProductId Id,
    [property: Id(1)] string Slug,
    [property: Id(2)] string Name,
    [property: Id(3)] string Description,
    [property: Id(4)] CategoryId Category,
    [property: Id(5)] string CategoryName,
    [property: Id(6)] string Provider,
    [property: Id(7)] ProviderId ProviderId,
    [property: Id(8)] PriceView[] Prices,
    [property: Id(9)] PlanLimits Limits,
    [property: Id(10)] LocationView[] Locations,
    [property: Id(11)] EggChoiceView[] Eggs,
    [property: Id(12)] OptionView[] Options,
    [property: Id(13)] bool InStock
);

/// <summary>The price of one cycle: gross euros at the home country's VAT.</summary>
/// <param name="BillingCycle">Days.</param>
[GenerateSerializer, Immutable, Alias("PriceView")]
public sealed record PriceView(
    [property: Id(0)] int BillingCycle,
    [property: Id(1)] Money Price,
    [property: Id(2)] int Version
);

/// <summary>A place where a product can be had.</summary>
/// <param name="InStock">For the product in question; true when none is.</param>
[GenerateSerializer, Immutable, Alias("LocationView")]
public sealed record LocationView(
    [property: Id(0)] LocationId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Flag,
    [property: Id(3)] string City,
    [property: Id(4)] string Country,
    [property: Id(5)] string? PingUrl,
    [property: Id(6)] bool InStock
);

/// <summary>A game that can be chosen at order.</summary>
/// <param name="Images">Labels to send as <c>options.image</c>; the first is the default.</param>
/// <param name="Variables">Those a customer sees.</param>
[GenerateSerializer, Immutable, Alias("EggChoiceView")]
public sealed record EggChoiceView(
    [property: Id(0)] string Key,
    [property: Id(1)] string Name,
    [property: Id(2)] bool Default,
    [property: Id(3)] string[] Images,
    [property: Id(4)] VariableView[] Variables
);

/// <summary>A startup variable that a customer sees.</summary>
/// <param name="DefaultValue">Taken when an order names no other.</param>
/// <param name="Generated">The value is made up for each order; look it up at the service.</param>
/// <param name="Rules">Laravel rules, such as "required|string|max:20".</param>
[GenerateSerializer, Immutable, Alias("VariableView")]
public sealed record VariableView(
    [property: Id(0)] string Key,
    [property: Id(1)] string Name,
    [property: Id(2)] string Description,
    [property: Id(3)] string DefaultValue,
    [property: Id(4)] string Rules,
    [property: Id(5)] bool Editable,
    [property: Id(6)] bool Generated
);

/// <summary>More of a resource in steps; a cart sends the number of steps as <c>options.upgrades.{key}</c>.</summary>
/// <param name="Unit">"MiB", "%" or "piece".</param>
[GenerateSerializer, Immutable, Alias("OptionView")]
public sealed record OptionView(
    [property: Id(0)] string Key,
    [property: Id(1)] string Name,
    [property: Id(2)] PlanResource Resource,
    [property: Id(3)] string Unit,
    [property: Id(4)] int Step,
    [property: Id(5)] int MaxSteps,
    [property: Id(6)] PriceView[] Prices
);

/// <summary>An operating system of a machine product.</summary>
[GenerateSerializer, Immutable, Alias("TemplateView")]
public sealed record TemplateView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Family
);
