using Elizon.Catalog;

namespace Elizon.Api.Catalog;

/// <summary>Filters and page of the product list.</summary>
/// <param name="Category">With its child categories.</param>
/// <param name="Provider">Id or kind of a provider.</param>
/// <param name="Q">Part of a name, description, slug or game.</param>
public readonly record struct ProductQuery(
    CategoryId? Category,
    string? Provider,
    LocationId? Location,
    string? Q,
    int? Page,
    int? Limit,
    string? Lang
)
{
    internal ProductFilter Filter => new(Category, Provider, Location, Q);

    internal string Language => Languages.Of(Lang);
}
