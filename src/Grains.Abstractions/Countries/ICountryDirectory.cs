namespace Elizon.Countries;

/// <summary>A country as forms need it.</summary>
/// <param name="Code">ISO 3166 alpha-2.</param>
/// <param name="Name">In the language asked for.</param>
/// <param name="Currency">ISO 4217; what is used there, we charge euros.</param>
/// <param name="Eu">Member of the European Union (VAT area).</param>
/// <param name="VatPrefix">How VAT ids of this country begin ("EL" for Greece); null outside the European Union.</param>
/// <param name="TaxRate">Percent of VAT in a private customer's price today: the country's standard rate inside the European Union, the house's own while it is below the One-Stop-Shop threshold, 0 outside unless the house charges there.</param>
[GenerateSerializer, Immutable, Alias("CountryView")]
public sealed record CountryView(
    [property: Id(0)] string Code,
    [property: Id(1)] string Name,
    [property: Id(2)] string NameDe,
    [property: Id(3)] string NameEn,
    [property: Id(4)] string? Currency,
    [property: Id(5)] bool Eu,
    [property: Id(6)] string? VatPrefix,
    [property: Id(7)] decimal TaxRate
);

/// <summary>All countries, sorted by name. Stateless.</summary>
[Alias("ICountryDirectory")]
public interface ICountryDirectory : IGrainWithIntegerKey
{
    /// <param name="locale">"de" or "en"; anything else is taken for German.</param>
    [Alias("List")]
    Task<CountryView[]> List(string locale);
}

/// <summary>The only way to the grains of this feature.</summary>
public static class CountriesGrainFactory
{
    public static ICountryDirectory CountryDirectory(this IGrainFactory grains) =>
        grains.GetGrain<ICountryDirectory>(0);
}
