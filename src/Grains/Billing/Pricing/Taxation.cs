using Elizon.Billing;
using Elizon.Grains.Countries;
using Elizon.Identity;

namespace Elizon.Grains.Billing.Pricing;

/// <summary>
/// The VAT decision table (invoicing sheet, section 4). A pure function of buyer, day of supply and settings: whoever asks
/// again on that day gets the same decision, and what was decided is stored with the document.
/// </summary>
internal static class Taxation
{
    private const string Standard = "S";
    private const string Exempt = "E";
    private const string ReverseCharge = "AE";
    private const string NotSubject = "O";

    /// <exception cref="Refusal">Invalid: no rate is known for the country, or nothing is sold there.</exception>
    public static TaxDecision Decide(BillingProfile buyer, DateOnly supplyDay, BillingOptions terms)
    {
        var place =
            TaxPlace.Of(buyer.Country, buyer.Zip)
            ?? throw BillingRefusals.CountryNotServed(buyer.Country);
        var question = new Question(buyer, place, supplyDay, terms);
        if (!place.Inside)
            return Abroad(question);
        if (place.Country.Code == terms.HomeCountry)
            return Taxed(question.Business ? 2 : 1, question, place);
        return ElsewhereInTheUnion(question);
    }

    /// <summary>Percent of VAT in the catalogue's prices.</summary>
    public static decimal HomeRate(DateOnly day, BillingOptions terms) =>
        IsSmallBusiness(day, terms)
            ? 0
            : Home(terms).StandardRate(day)
                ?? throw BillingRefusals.CountryNotServed(terms.HomeCountry);

    /// <summary>Percent of VAT in a private customer's price, by the country alone; 0 where none is charged.</summary>
    public static decimal ConsumerRate(Country country, DateOnly day, BillingOptions terms)
    {
        if (country.Code == terms.HomeCountry)
            return HomeRate(day, terms);
        if (!country.Eu)
            return
                terms.Tax.ThirdCountries.GetValueOrDefault(country.Code)
                == ThirdCountryTax.LocalRate
                ? country.StandardRate(day) ?? 0
                : 0;
        return HasOneStopShop(day, terms) ? country.StandardRate(day) ?? 0 : HomeRate(day, terms);
    }

    private static TaxDecision ElsewhereInTheUnion(Question asked)
    {
        if (asked.Business && asked.VatId == "valid")
            return Untaxed(6, asked, ReverseCharge, "VATEX-EU-AE");
        // A business without a proven VAT id is charged like a consumer; the difference is corrected when it proves it.
        var oneStopShop = HasOneStopShop(asked.Day, asked.Terms);
        var rule =
            asked.Business ? 7
            : oneStopShop ? 4
            : 5;
        return Taxed(rule, asked, oneStopShop ? asked.Place : Home(asked.Terms));
    }

    /// <summary>Private persons by the operator's choice per country; a business declares the tax at home itself.</summary>
    private static TaxDecision Abroad(Question asked)
    {
        var tax = asked.Terms.Tax.ThirdCountries.GetValueOrDefault(asked.Place.Code);
        if (tax == ThirdCountryTax.NotServed)
            throw BillingRefusals.CountryNotSoldTo(asked.Buyer.Country);
        if (asked.Business)
            return Untaxed(8, asked, NotSubject, "VATEX-EU-O");
        return tax == ThirdCountryTax.LocalRate
            ? Taxed(9, asked, asked.Place)
            : Untaxed(9, asked, NotSubject, "VATEX-EU-O");
    }

    /// <summary>A small business is exempt from its own country's tax only (row 10): elsewhere the other rows hold.</summary>
    private static TaxDecision Taxed(int rule, Question asked, TaxPlace place) =>
        place.Country.Code == asked.Terms.HomeCountry && IsSmallBusiness(asked.Day, asked.Terms)
            ? Untaxed(10, asked, Exempt, null)
            : new TaxDecision(
                rule,
                place.Country.Code,
                place.StandardRate(asked.Day)
                    ?? throw BillingRefusals.CountryNotServed(place.Country.Code),
                Standard,
                null,
                CountryTable.Version,
                asked.Evidence,
                Territory: place.Territory?.Code
            );

    private static TaxDecision Untaxed(
        int rule,
        Question asked,
        string category,
        string? exemption
    ) =>
        new(
            rule,
            category == Exempt ? asked.Terms.HomeCountry : asked.Place.Country.Code,
            0,
            category,
            exemption,
            CountryTable.Version,
            asked.Evidence,
            asked.Place.Territory?.Code,
            // A postal code is weak evidence that somebody lives outside the area.
            asked.Place
                is { Inside: false, Territory: not null }
        );

    private static TaxPlace Home(BillingOptions terms) =>
        new(
            CountryTable.Find(terms.HomeCountry)
                ?? throw BillingRefusals.CountryNotServed(terms.HomeCountry),
            null
        );

    private static bool IsSmallBusiness(DateOnly day, BillingOptions terms) =>
        terms.Tax.SmallBusiness && !(terms.Tax.SmallBusinessUntil <= day);

    private static bool HasOneStopShop(DateOnly day, BillingOptions terms) =>
        terms.Tax.OneStopShop && !(terms.Tax.OneStopShopFrom > day);

    /// <summary>Who asks for which day, and what is known about them.</summary>
    private sealed class Question(
        BillingProfile buyer,
        TaxPlace place,
        DateOnly day,
        BillingOptions terms
    )
    {
        public BillingProfile Buyer => buyer;

        public TaxPlace Place => place;

        public DateOnly Day => day;

        public BillingOptions Terms => terms;

        public bool Business => buyer.AccountType == AccountType.Business;

        public string VatId { get; } = VatIdEvidence.Of(buyer, day, terms.Tax);

        public TaxEvidence Evidence =>
            new(
                buyer.Country,
                buyer.AccountType,
                buyer.VatId,
                VatId,
                day,
                buyer.VatProof?.CheckedAt,
                buyer.VatProof?.Consultation,
                place.Territory is null ? null : buyer.Zip
            );
    }
}
