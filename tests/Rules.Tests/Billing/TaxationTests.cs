using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Countries;
using Elizon.Identity;

namespace Elizon.Rules.Tests.Billing;

public sealed class TaxationTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData("DE", AccountType.Private, 1, "DE", 19)]
    [InlineData("DE", AccountType.Business, 2, "DE", 19)]
    [InlineData("AT", AccountType.Private, 4, "AT", 20)]
    [InlineData("FI", AccountType.Private, 4, "FI", 25.5)]
    [InlineData("GR", AccountType.Private, 4, "GR", 24)]
    [InlineData("MC", AccountType.Private, 4, "FR", 20)]
    [InlineData("AT", AccountType.Business, 7, "AT", 20)]
    public void The_buyers_place_decides_the_rate(
        string country,
        AccountType type,
        int rule,
        string taxedIn,
        decimal rate
    )
    {
        var decision = Decide(country, type, Today);
        Assert.Equal((rule, taxedIn, rate, "S"), Short(decision));
        Assert.Null(decision.ExemptionCode);
    }

    [Theory]
    [InlineData("CH")]
    [InlineData("GB")]
    [InlineData("US")]
    public void Third_countries_are_not_subject_to_tax(string country)
    {
        var decision = Decide(country, AccountType.Private, Today);
        Assert.Equal((9, country, 0m, "O"), Short(decision));
        Assert.Equal("VATEX-EU-O", decision.ExemptionCode);
    }

    [Theory]
    [InlineData(AccountType.Private, 5)]
    [InlineData(AccountType.Business, 7)]
    public void Below_the_threshold_the_home_rate_holds(AccountType type, int rule)
    {
        var terms = Samples.HouseWith(o => o.OneStopShop = false).Terms;
        var decision = Taxation.Decide(Samples.Buyer("AT", type), Today, terms);
        Assert.Equal((rule, "DE", 19m, "S"), Short(decision));
    }

    /// <summary>The invoicing sheet's rate changes, the day before and the day itself (section 7).</summary>
    [Theory]
    [InlineData("EE", "2025-06-30", 22)]
    [InlineData("EE", "2025-07-01", 24)]
    [InlineData("RO", "2025-07-31", 19)]
    [InlineData("RO", "2025-08-01", 21)]
    [InlineData("SK", "2024-12-31", 20)]
    [InlineData("SK", "2025-01-01", 23)]
    [InlineData("FI", "2024-08-31", 24)]
    [InlineData("FI", "2024-09-01", 25.5)]
    [InlineData("DE", "2020-06-30", 19)]
    [InlineData("DE", "2020-07-01", 16)]
    [InlineData("DE", "2020-12-31", 16)]
    [InlineData("DE", "2021-01-01", 19)]
    public void The_rate_is_that_of_the_day_of_supply(string country, string day, decimal rate) =>
        Assert.Equal(rate, Decide(country, AccountType.Private, DateOnly.Parse(day, null)).Rate);

    [Fact]
    public void Every_member_state_has_a_rate_today() =>
        Assert.All(
            CountryTable.All.Where(c => c.Eu),
            c => Assert.InRange(Decide(c.Code, AccountType.Private, Today).Rate, 15, 27)
        );

    [Fact]
    public void The_evidence_is_kept()
    {
        var buyer = Samples.Buyer("AT", AccountType.Business, "ATU12345678");
        var decision = Taxation.Decide(buyer, Today, Samples.House.Terms);
        Assert.Equal(
            new TaxEvidence("AT", AccountType.Business, "ATU12345678", "unproven", Today),
            decision.Evidence
        );
        Assert.Equal(CountryTable.Version, decision.RatesVersion);
    }

    [Fact]
    public void An_unknown_country_is_refused() =>
        Assert.Equal(
            "tax.countryUnknown",
            Assert.Throws<Refusal>(() => Decide("ZZ", AccountType.Private, Today)).Key
        );

    private static TaxDecision Decide(string country, AccountType type, DateOnly day) =>
        Taxation.Decide(Samples.Buyer(country, type), day, Samples.House.Terms);

    private static (int, string, decimal, string) Short(TaxDecision d) =>
        (d.Rule, d.Country, d.Rate, d.Category);
}
