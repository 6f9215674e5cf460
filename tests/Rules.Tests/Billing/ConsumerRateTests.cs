using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Countries;

namespace Elizon.Rules.Tests.Billing;

/// <summary>What a private customer's price contains, by the country alone.</summary>
public sealed class ConsumerRateTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Theory]
    [InlineData("DE", true, 19)]
    [InlineData("DE", false, 19)]
    [InlineData("AT", true, 20)]
    [InlineData("AT", false, 19)]
    [InlineData("HU", true, 27)]
    [InlineData("US", true, 0)]
    public void It_is_the_countrys_own_with_one_stop_shop_and_the_houses_without(
        string country,
        bool oneStopShop,
        decimal rate
    ) => Assert.Equal(rate, Rate(country, o => o.Tax.OneStopShop = oneStopShop));

    [Fact]
    public void Before_the_first_day_of_one_stop_shop_it_is_the_houses()
    {
        Assert.Equal(19, Rate("AT", o => o.Tax.OneStopShopFrom = Day.AddDays(1)));
        Assert.Equal(20, Rate("AT", o => o.Tax.OneStopShopFrom = Day));
    }

    [Fact]
    public void A_third_country_is_charged_where_the_house_is_registered_there()
    {
        Assert.Equal(0, Rate("CH"));
        Assert.Equal(
            CountryTable.Find("CH")!.StandardRate(Day) ?? 0,
            Rate("CH", o => o.Tax.ThirdCountries["CH"] = ThirdCountryTax.LocalRate)
        );
        Assert.Equal(0, Rate("CH", o => o.Tax.ThirdCountries["CH"] = ThirdCountryTax.NotServed));
    }

    [Fact]
    public void A_small_business_charges_nothing_at_home() =>
        Assert.Equal(0, Rate("DE", o => o.Tax.SmallBusiness = true));

    private static decimal Rate(string country, Action<BillingOptions>? change = null) =>
        Taxation.ConsumerRate(CountryTable.Find(country)!, Day, Samples.HouseWith(change).Terms);
}
