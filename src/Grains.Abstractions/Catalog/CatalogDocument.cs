namespace Elizon.Catalog;

/// <summary>
/// The whole catalogue as an operator declares it (<c>elizon apply catalog.yaml</c>). What it does not name is withdrawn.
/// <see cref="CatalogFaults"/> holds its rules, for the command line and the server alike.
/// </summary>
[GenerateSerializer, Immutable, Alias("CatalogDocument")]
public sealed record CatalogDocument
{
    [Id(0)]
    public ProviderEntry[] Providers { get; init; } = [];

    [Id(1)]
    public LocationEntry[] Locations { get; init; } = [];

    [Id(2)]
    public CategoryEntry[] Categories { get; init; } = [];

    [Id(3)]
    public ProductEntry[] Products { get; init; } = [];

    [Id(4)]
    public NavigationEntry[] Navigation { get; init; } = [];
}

/// <summary>A panel or cluster that products are provisioned on.</summary>
/// <param name="Secrets">In clear: resolved by the command line, encrypted by the provider before they are stored. Never kept by the catalogue.</param>
/// <param name="Locations">Our location to the provider's own short name.</param>
[GenerateSerializer, Immutable, Alias("ProviderEntry")]
public sealed record ProviderEntry(
    [property: Id(0)] ProviderId Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Name,
    [property: Id(3)] string Url,
    [property: Id(4)] Dictionary<string, string> Secrets,
    [property: Id(5)] Dictionary<string, string> Locations
);

/// <summary>A place where servers run.</summary>
/// <param name="Country">ISO 3166 alpha-2, upper case.</param>
/// <param name="Flag">An emoji or a name of an image.</param>
/// <param name="PingUrl">What a browser may fetch to measure its distance.</param>
[GenerateSerializer, Immutable, Alias("LocationEntry")]
public sealed record LocationEntry(
    [property: Id(0)] LocationId Id,
    [property: Id(1)] LocalText Name,
    [property: Id(2)] string City,
    [property: Id(3)] string Country,
    [property: Id(4)] string Flag,
    [property: Id(5)] string? PingUrl = null
);

/// <summary>A group of products.</summary>
[GenerateSerializer, Immutable, Alias("CategoryEntry")]
public sealed record CategoryEntry(
    [property: Id(0)] CategoryId Key,
    [property: Id(1)] LocalText Name,
    [property: Id(2)] LocalText Description,
    [property: Id(3)] CategoryId? Parent = null,
    [property: Id(4)] UpgradeConfig? Upgrade = null
);

/// <summary>What services of a category may be changed to, and for how much.</summary>
/// <param name="Resources">At most one range per resource.</param>
/// <param name="AdditionalIp">Price of a further address per 30 days; null where none is sold.</param>
[GenerateSerializer, Immutable, Alias("UpgradeConfig")]
public sealed record UpgradeConfig(
    [property: Id(0)] UpgradeRange[] Resources,
    [property: Id(1)] Money? AdditionalIp = null
);

/// <summary>The range one resource may be set to, and the price of a step per 30 days, VAT included.</summary>
[GenerateSerializer, Immutable, Alias("UpgradeRange")]
public sealed record UpgradeRange(
    [property: Id(0)] PlanResource Resource,
    [property: Id(1)] int Min,
    [property: Id(2)] int Max,
    [property: Id(3)] int Step,
    [property: Id(4)] Money Price
);

/// <summary>An entry of the pages' navigation.</summary>
/// <param name="Href">A path ("/games") or an https address.</param>
[GenerateSerializer, Immutable, Alias("NavigationEntry")]
public sealed record NavigationEntry(
    [property: Id(0)] LocalText Label,
    [property: Id(1)] string Href,
    [property: Id(2)] string? Icon = null,
    [property: Id(3)] NavigationEntry[]? Children = null
);
