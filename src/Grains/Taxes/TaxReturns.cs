using Elizon.Grains.Countries;

namespace Elizon.Grains.Taxes;

/// <summary>Where a sum is declared (invoicing sheet, section 4, last column).</summary>
internal static class TaxReturns
{
    public const string OneStopShop = "OSS";
    public const string Recapitulative = "ZM";

    /// <param name="category">By EN 16931.</param>
    /// <param name="country">Whose VAT it is.</param>
    public static string Of(string category, string country, string homeCountry) =>
        category switch
        {
            "AE" => Recapitulative,
            "O" => "abroad",
            "E" => "exempt",
            _ when country == homeCountry => "UStVA",
            _ when CountryTable.Find(country) is { Eu: true } => OneStopShop,
            _ => "local",
        };
}
