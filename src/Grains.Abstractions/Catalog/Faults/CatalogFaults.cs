namespace Elizon.Catalog;

/// <summary>Something wrong in a document.</summary>
/// <param name="Path">Its place: "products[3].prices[0].price".</param>
/// <param name="Sentence">What is wrong and what is allowed.</param>
public readonly record struct CatalogFault(string Path, string Sentence)
{
    /// <summary>The form of <c>validationErrors</c>.</summary>
    public override string ToString() => $"{Path}: {Sentence}";
}

/// <summary>
/// The rules of a <see cref="CatalogDocument"/>, checked as a whole: every fault is found, with its place. The command
/// line checks before it sends, the server checks again.
/// </summary>
public static class CatalogFaults
{
    public static IReadOnlyList<CatalogFault> Of(CatalogDocument document)
    {
        var faults = new FaultList();
        faults.AtMost("providers", document.Providers, 50);
        faults.AtMost("locations", document.Locations, 200);
        faults.AtMost("categories", document.Categories, 500);
        faults.AtMost("products", document.Products, 1_000);
        if (faults.Any)
            return faults.All;
        ProviderFaults.Check(document, faults);
        LocationFaults.Check(document, faults);
        CategoryFaults.Check(document, faults);
        ProductFaults.Check(document, faults);
        NavigationFaults.Check(document.Navigation, faults);
        return faults.All;
    }
}
