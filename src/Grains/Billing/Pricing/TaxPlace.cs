using Elizon.Grains.Countries;

namespace Elizon.Grains.Billing.Pricing;

/// <summary>Whose VAT rules hold at an address.</summary>
/// <param name="Country">The state of the VAT area; for Monaco this is France.</param>
/// <param name="Territory">A part of it with rules of its own.</param>
internal readonly record struct TaxPlace(Country Country, Territory? Territory)
{
    /// <summary>Inside the Union's VAT area.</summary>
    public bool Inside => Country.Eu && Territory is not { Tax: TerritoryTax.Outside };

    /// <summary>How the operator's settings name it.</summary>
    public string Code => Territory?.Code ?? Country.Code;

    public decimal? StandardRate(DateOnly on) =>
        Territory is { Tax: TerritoryTax.OwnRate }
            ? Territory.StandardRate(on)
            : Country.StandardRate(on);

    /// <summary>Null when the country is unknown.</summary>
    public static TaxPlace? Of(string country, string zip) =>
        CountryTable.Find(AreaOf(country)) is { } found
            ? new TaxPlace(found, TerritoryTable.Find(found.Code, zip))
            : null;

    /// <summary>Countries of their own that belong to another's VAT area, and how some write theirs.</summary>
    private static string AreaOf(string country) =>
        country switch
        {
            "MC" => "FR",
            "IM" => "GB",
            // Northern Ireland is in the Union's area for goods only.
            "XI" or "UK" => "GB",
            "EL" => "GR",
            _ => country,
        };
}
