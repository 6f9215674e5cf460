using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Countries;
using Elizon.Identity;
using Elizon.Taxes;

namespace Elizon.Rules.Tests.Billing;

/// <summary>The decision table of the invoicing sheet, section 4, row by row.</summary>
public sealed class TaxationTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData("DE", AccountType.Private, 1, "DE", 19)]
    [InlineData("DE", AccountType.Business, 2, "DE", 19)]
    [InlineData("AT", AccountType.Private, 4, "AT", 20)]
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
        var decision = Decide(Buyer(country, type));
        Assert.Equal((rule, taxedIn, rate, "S"), Short(decision));
        Assert.Null(decision.ExemptionCode);
    }

    /// <summary>Standard rates of the 27 states in November 2026.</summary>
    [Theory]
    [InlineData("AT", 20)]
    [InlineData("BE", 21)]
    [InlineData("BG", 20)]
    [InlineData("CY", 19)]
    [InlineData("CZ", 21)]
    [InlineData("DE", 19)]
    [InlineData("DK", 25)]
    [InlineData("EE", 24)]
    [InlineData("ES", 21)]
    [InlineData("FI", 25.5)]
    [InlineData("FR", 20)]
    [InlineData("GR", 24)]
    [InlineData("HR", 25)]
    [InlineData("HU", 27)]
    [InlineData("IE", 23)]
    [InlineData("IT", 22)]
    [InlineData("LT", 21)]
    [InlineData("LU", 17)]
    [InlineData("LV", 21)]
    [InlineData("MT", 18)]
    [InlineData("NL", 21)]
    [InlineData("PL", 23)]
    [InlineData("PT", 23)]
    [InlineData("RO", 21)]
    [InlineData("SE", 25)]
    [InlineData("SI", 22)]
    [InlineData("SK", 23)]
    public void Each_state_taxes_consumers_at_its_rate_and_valid_businesses_not(
        string country,
        decimal rate
    )
    {
        Assert.Equal((country == "DE" ? 1 : 4, country, rate, "S"), Short(Decide(Buyer(country))));
        var business = Decide(Proven(country, "2026-11-20"));
        Assert.Equal(
            country == "DE" ? (2, "DE", 19m, "S") : (6, country, 0m, "AE"),
            Short(business)
        );
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
    [InlineData("LU", "2022-12-31", 17)]
    [InlineData("LU", "2023-01-01", 16)]
    [InlineData("LU", "2024-01-01", 17)]
    [InlineData("DE", "2020-06-30", 19)]
    [InlineData("DE", "2020-07-01", 16)]
    [InlineData("DE", "2020-12-31", 16)]
    [InlineData("DE", "2021-01-01", 19)]
    public void The_rate_is_that_of_the_day_of_supply(string country, string day, decimal rate) =>
        Assert.Equal(rate, Decide(Buyer(country), Day(day)).Rate);

    [Fact]
    public void A_renewal_after_a_change_of_rate_keeps_the_price_and_bears_the_new_tax()
    {
        var order = Priced(Buyer("EE"), "2025-06-30");
        var renewal = Priced(Buyer("EE"), "2025-07-01");
        Assert.Equal(new Amounts(new Money(8189), new Money(1801)), order);
        Assert.Equal(new Amounts(new Money(8056), new Money(1934)), renewal);
    }

    [Fact]
    public void Who_moves_from_Germany_to_Austria_pays_Austrian_tax_from_the_next_document_on()
    {
        Assert.Equal((1, "DE", 19m, "S"), Short(Decide(Buyer("DE"), Day("2026-03-31"))));
        Assert.Equal((4, "AT", 20m, "S"), Short(Decide(Buyer("AT"), Day("2026-04-01"))));
    }

    [Theory]
    [InlineData("CH", AccountType.Private, 9)]
    [InlineData("GB", AccountType.Private, 9)]
    [InlineData("IM", AccountType.Private, 9)]
    [InlineData("AX", AccountType.Private, 9)]
    [InlineData("US", AccountType.Business, 8)]
    [InlineData("CH", AccountType.Business, 8)]
    public void Third_countries_are_not_subject_to_tax(string country, AccountType type, int rule)
    {
        var decision = Decide(Buyer(country, type));
        Assert.Equal((rule, 0m, "O"), (decision.Rule, decision.Rate, decision.Category));
        Assert.Equal("VATEX-EU-O", decision.ExemptionCode);
        Assert.False(decision.Review);
    }

    [Fact]
    public void Northern_Ireland_is_Great_Britain_for_services() =>
        Assert.Equal((9, "GB", 0m, "O"), Short(Decide(Buyer("XI"))));

    [Theory]
    [InlineData("DE", "78266", "DE-BUS")]
    [InlineData("DE", "27498", "DE-HEL")]
    [InlineData("ES", "35001", "ES-CN")]
    [InlineData("ES", "38670", "ES-CN")]
    [InlineData("ES", "51001", "ES-CE")]
    [InlineData("ES", "52006", "ES-ML")]
    [InlineData("FI", "22100", "FI-AX")]
    [InlineData("FI", "FI-22100", "FI-AX")]
    [InlineData("FR", "97110", "FR-OVS")]
    [InlineData("FR", "97400", "FR-OVS")]
    [InlineData("GR", "630 86", "GR-69")]
    [InlineData("IT", "23041", "IT-LIV")]
    [InlineData("IT", "22061", "IT-CAM")]
    public void Territories_outside_the_area_are_not_taxed_and_shown_to_staff(
        string country,
        string zip,
        string territory
    )
    {
        var decision = Decide(Buyer(country) with { Zip = zip });
        Assert.Equal((9, country, 0m, "O"), Short(decision));
        Assert.Equal((territory, true), (decision.Territory, decision.Review));
        Assert.Equal(zip, decision.Evidence.BillingZip);
    }

    [Theory]
    [InlineData("DE", "78267", 19)]
    [InlineData("ES", "28001", 21)]
    [InlineData("FI", "00100", 25.5)]
    [InlineData("FR", "97", 20)]
    [InlineData("FR", "98000", 20)]
    [InlineData("IT", "23030", 22)]
    [InlineData("AT", "6691", 19)]
    [InlineData("AT", "6992", 19)]
    [InlineData("AT", "6020", 20)]
    [InlineData("PT", "9000-001", 22)]
    [InlineData("PT", "9500-100", 16)]
    [InlineData("PT", "1000-001", 23)]
    public void Inside_the_area_the_postal_code_may_choose_the_rate(
        string country,
        string zip,
        decimal rate
    )
    {
        var decision = Decide(Buyer(country) with { Zip = zip });
        Assert.Equal(("S", rate, false), (decision.Category, decision.Rate, decision.Review));
    }

    [Fact]
    public void The_rate_of_a_territory_has_its_days_too() =>
        Assert.Equal(18m, Decide(Buyer("PT") with { Zip = "9500-100" }, Day("2021-06-30")).Rate);

    [Theory]
    [InlineData(AccountType.Private, 5)]
    [InlineData(AccountType.Business, 7)]
    public void Below_the_threshold_the_home_rate_holds(AccountType type, int rule) =>
        Assert.Equal(
            (rule, "DE", 19m, "S"),
            Short(Decide(Buyer("AT", type), Today, o => o.Tax.OneStopShop = false))
        );

    [Theory]
    [InlineData("2026-06-30", 5, "DE")]
    [InlineData("2026-07-01", 4, "AT")]
    public void The_one_stop_shop_begins_on_its_day(string day, int rule, string country)
    {
        var decision = Decide(
            Buyer("AT"),
            Day(day),
            o => o.Tax.OneStopShopFrom = Day("2026-07-01")
        );
        Assert.Equal((rule, country), (decision.Rule, decision.Country));
    }

    [Theory]
    [InlineData("DE", AccountType.Private, 10, "DE", "E")]
    [InlineData("DE", AccountType.Business, 10, "DE", "E")]
    [InlineData("AT", AccountType.Private, 10, "DE", "E")]
    [InlineData("CH", AccountType.Private, 9, "CH", "O")]
    public void A_small_business_charges_no_tax_at_home(
        string country,
        AccountType type,
        int rule,
        string taxedIn,
        string category
    ) =>
        Assert.Equal(
            (rule, taxedIn, 0m, category),
            Short(Decide(Buyer(country, type), Today, SmallBusiness))
        );

    [Fact]
    public void A_small_business_still_shifts_the_tax_to_a_business_of_another_state() =>
        Assert.Equal(
            (6, "AT", 0m, "AE"),
            Short(Decide(Proven("AT", "2026-11-25"), Today, SmallBusiness))
        );

    [Fact]
    public void Crossing_the_limit_ends_the_small_business_on_that_day()
    {
        void Until(BillingOptions o)
        {
            SmallBusiness(o);
            o.Tax.SmallBusinessUntil = Today;
        }
        Assert.Equal("E", Decide(Buyer("DE"), Today.AddDays(-1), Until).Category);
        Assert.Equal((1, "DE", 19m, "S"), Short(Decide(Buyer("DE"), Today, Until)));
        Assert.Equal(0m, Taxation.HomeRate(Today.AddDays(-1), Samples.HouseWith(Until).Terms));
        Assert.Equal(19m, Taxation.HomeRate(Today, Samples.HouseWith(Until).Terms));
    }

    [Fact]
    public void A_business_that_becomes_valid_is_not_taxed_from_then_on()
    {
        var before = Buyer("AT", AccountType.Business, "ATU12345678");
        Assert.Equal((7, "AT", 20m, "S"), Short(Decide(before)));
        var after = Decide(Proven("AT", "2026-11-25"));
        Assert.Equal((6, "AT", 0m, "AE"), Short(after));
        Assert.Equal("VATEX-EU-AE", after.ExemptionCode);
        Assert.Equal("WAPIAAAA1", after.Evidence.VatIdConsultation);
    }

    [Theory]
    [InlineData("2026-11-25", VatIdStatus.Valid, 6)]
    [InlineData("2026-10-25", VatIdStatus.Valid, 6)]
    [InlineData("2026-10-24", VatIdStatus.Valid, 7)]
    [InlineData("2026-11-25", VatIdStatus.Invalid, 7)]
    [InlineData("2026-11-25", VatIdStatus.Pending, 7)]
    public void Only_a_valid_answer_that_is_not_too_old_shifts_the_tax(
        string answered,
        VatIdStatus status,
        int rule
    ) => Assert.Equal(rule, Decide(Proven("AT", answered, status)).Rule);

    [Fact]
    public void A_register_that_never_answered_never_gives_zero_percent()
    {
        var asked = Buyer("AT", AccountType.Business, "ATU12345678") with
        {
            VatProof = new VatIdProof("ATU12345678", VatIdStatus.Pending, null, null),
        };
        Assert.Equal((7, "AT", 20m, "S"), Short(Decide(asked)));
    }

    [Fact]
    public void The_proof_of_another_id_proves_nothing()
    {
        var buyer = Proven("AT", "2026-11-25") with { VatId = "ATU87654321" };
        Assert.Equal(7, Decide(buyer).Rule);
    }

    [Fact]
    public void A_private_person_pays_tax_whatever_id_was_given()
    {
        var buyer = Proven("AT", "2026-11-25") with { AccountType = AccountType.Private };
        Assert.Equal((4, "AT", 20m, "S"), Short(Decide(buyer)));
    }

    [Theory]
    [InlineData(ThirdCountryTax.LocalRate, AccountType.Private, 9, 8.1, "S")]
    [InlineData(ThirdCountryTax.LocalRate, AccountType.Business, 8, 0, "O")]
    [InlineData(ThirdCountryTax.Untaxed, AccountType.Private, 9, 0, "O")]
    public void The_operator_chooses_per_third_country(
        ThirdCountryTax tax,
        AccountType type,
        int rule,
        decimal rate,
        string category
    ) =>
        Assert.Equal(
            (rule, "CH", rate, category),
            Short(Decide(Buyer("CH", type), Today, o => o.Tax.ThirdCountries["CH"] = tax))
        );

    [Theory]
    [InlineData("CH", "8000", "CH")]
    [InlineData("ES", "35001", "ES-CN")]
    public void Where_nothing_is_sold_an_order_is_refused(
        string country,
        string zip,
        string code
    ) =>
        Assert.Equal(
            "tax.countryNotServed",
            Assert
                .Throws<Refusal>(() =>
                    Decide(
                        Buyer(country) with
                        {
                            Zip = zip,
                        },
                        Today,
                        o => o.Tax.ThirdCountries[code] = ThirdCountryTax.NotServed
                    )
                )
                .Key
        );

    [Fact]
    public void The_evidence_is_kept()
    {
        var decision = Decide(Buyer("AT", AccountType.Business, "ATU12345678"));
        Assert.Equal(
            new TaxEvidence("AT", AccountType.Business, "ATU12345678", "unproven", Today),
            decision.Evidence
        );
        Assert.Equal(CountryTable.Version, decision.RatesVersion);
    }

    [Fact]
    public void An_unknown_country_is_refused() =>
        Assert.Equal("tax.countryUnknown", Assert.Throws<Refusal>(() => Decide(Buyer("ZZ"))).Key);

    private static void SmallBusiness(BillingOptions o) =>
        (o.Tax.SmallBusiness, o.Tax.OneStopShop) = (true, false);

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);

    private static BillingProfile Buyer(
        string country,
        AccountType type = AccountType.Private,
        string? vatId = null
    ) => Samples.Buyer(country, type, vatId);

    /// <summary>A business whose id was answered on a day.</summary>
    private static BillingProfile Proven(
        string country,
        string day,
        VatIdStatus status = VatIdStatus.Valid
    )
    {
        var id = $"{CountryTable.Find(country)!.VatPrefix}123456789";
        return Buyer(country, AccountType.Business, id) with
        {
            VatProof = new VatIdProof(
                id,
                status,
                new DateTimeOffset(Day(day), new TimeOnly(9, 0), TimeSpan.Zero),
                "WAPIAAAA1"
            ),
        };
    }

    private static Amounts Priced(BillingProfile buyer, string day)
    {
        var tax = Decide(buyer, Day(day));
        var lines = Prices.For(
            [Samples.Offer(9990)],
            tax,
            Taxation.HomeRate(Day(day), Samples.House.Terms)
        );
        return Prices.Split(lines, tax).Sum;
    }

    private static TaxDecision Decide(
        BillingProfile buyer,
        DateOnly? day = null,
        Action<BillingOptions>? terms = null
    ) => Taxation.Decide(buyer, day ?? Today, Samples.HouseWith(terms).Terms);

    private static (int, string, decimal, string) Short(TaxDecision d) =>
        (d.Rule, d.Country, d.Rate, d.Category);
}
