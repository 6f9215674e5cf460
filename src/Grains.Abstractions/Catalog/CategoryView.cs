namespace Elizon.Catalog;

/// <summary>A category with what it sells.</summary>
/// <param name="Children">The categories right below, without their products.</param>
[GenerateSerializer, Immutable, Alias("CategoryView")]
public sealed record CategoryView(
    [property: Id(0)] CategoryId Id,
    [property: Id(1)] CategoryId Key,
    [property: Id(2)] string Name,
    [property: Id(3)] string Description,
    [property: Id(4)] CategoryId? Parent,
    [property: Id(5)] ProductView[] Products,
    [property: Id(6)] ChildCategoryView[] Children
);

[GenerateSerializer, Immutable, Alias("ChildCategoryView")]
public sealed record ChildCategoryView(
    [property: Id(0)] CategoryId Id,
    [property: Id(1)] CategoryId Key,
    [property: Id(2)] string Name,
    [property: Id(3)] string Description,
    [property: Id(4)] int Products
);

/// <summary>What services of a category may be changed to.</summary>
[GenerateSerializer, Immutable, Alias("UpgradeConfigView")]
public sealed record UpgradeConfigView(
    [property: Id(0)] CategoryId Category,
    [property: Id(1)] UpgradeRange[] Resources,
    [property: Id(2)] Money? AdditionalIp
);

/// <summary>What can be ordered on a provider.</summary>
[GenerateSerializer, Immutable, Alias("ProviderCatalogView")]
public sealed record ProviderCatalogView(
    [property: Id(0)] ProviderId Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] LocationView[] Nodes,
    [property: Id(3)] EggChoiceView[] Eggs,
    [property: Id(4)] TemplateView[] Templates
);

/// <summary>An entry of the navigation in one language.</summary>
[GenerateSerializer, Immutable, Alias("NavigationView")]
public sealed record NavigationView(
    [property: Id(0)] string Label,
    [property: Id(1)] string Href,
    [property: Id(2)] string? Icon,
    [property: Id(3)] NavigationView[] Children
);
