using Elizon.Billing;
using Elizon.Grains.Countries;
using Elizon.Identity;

namespace Elizon.Grains.Billing.Pricing;

/// <summary>The VAT decision table (invoicing sheet, section 4), rows 1, 2, 4, 5, 7 and 9; the others need proofs that do not exist yet.</summary>
internal static class Taxation
{
    private const string Standard = "S";
    private const string NotSubject = "O";

    /// <exception cref="Refusal">Invalid: no rate is known for the country.</exception>
    public static TaxDecision Decide(BillingProfile buyer, DateOnly supplyDay, BillingOptions terms)
    {
        var evidence = new TaxEvidence(
            buyer.Country,
            buyer.AccountType,
            buyer.VatId,
            buyer.VatId is null ? "none" : "unproven",
            supplyDay
        );
        var country =
            CountryTable.Find(VatAreaOf(buyer.Country))
            ?? throw BillingRefusals.CountryNotServed(buyer.Country);
        if (country.Code == terms.HomeCountry)
            return Taxed(Business(buyer) ? 2 : 1, country.Code, supplyDay, evidence);
        if (!country.Eu)
            return new TaxDecision(
                9,
                country.Code,
                0,
                NotSubject,
                "VATEX-EU-O",
                CountryTable.Version,
                evidence
            );
        // A business without a proven VAT id is charged like a consumer; the difference is corrected when it proves it.
        var rule =
            Business(buyer) ? 7
            : terms.OneStopShop ? 4
            : 5;
        var taxedIn = terms.OneStopShop ? country.Code : terms.HomeCountry;
        return Taxed(rule, taxedIn, supplyDay, evidence);
    }

    /// <summary>Percent of VAT in the catalogue's prices.</summary>
    public static decimal HomeRate(DateOnly day, BillingOptions terms) =>
        Rate(terms.HomeCountry, day);

    /// <summary>Two countries of their own that belong to another's VAT area (invoicing sheet, section 3).</summary>
    private static string VatAreaOf(string country) =>
        country switch
        {
            "MC" => "FR",
            "IM" => "GB",
            _ => country,
        };

    private static bool Business(BillingProfile buyer) => buyer.AccountType == AccountType.Business;

    private static TaxDecision Taxed(
        int rule,
        string country,
        DateOnly day,
        TaxEvidence evidence
    ) => new(rule, country, Rate(country, day), Standard, null, CountryTable.Version, evidence);

    private static decimal Rate(string country, DateOnly day) =>
        CountryTable.Find(country)?.StandardRate(day)
        ?? throw BillingRefusals.CountryNotServed(country);
}
