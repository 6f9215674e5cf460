using System.Globalization;
using Elizon.Grains.Countries;

namespace Elizon.Rules.Tests.Countries;

public sealed class CountryTableTests
{
    private static readonly string[] Eu =
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ];

    [Theory]
    [InlineData("DE", "2020-06-30", "19")]
    [InlineData("DE", "2020-07-01", "16")]
    [InlineData("DE", "2020-12-31", "16")]
    [InlineData("DE", "2021-01-01", "19")]
    [InlineData("EE", "2025-06-30", "22")]
    [InlineData("EE", "2025-07-01", "24")]
    [InlineData("RO", "2025-07-31", "19")]
    [InlineData("RO", "2025-08-01", "21")]
    [InlineData("SK", "2024-12-31", "20")]
    [InlineData("SK", "2025-01-01", "23")]
    [InlineData("FI", "2024-08-31", "24")]
    [InlineData("FI", "2024-09-01", "25.5")]
    [InlineData("IE", "2020-09-01", "21")]
    [InlineData("IE", "2021-03-01", "23")]
    public void A_rate_changes_on_its_day(string code, string day, string percent) =>
        Assert.Equal(
            decimal.Parse(percent, CultureInfo.InvariantCulture),
            CountryTable.Find(code)!.StandardRate(DateOnly.Parse(day, CultureInfo.InvariantCulture))
        );

    [Fact]
    public void The_union_has_its_27_members_each_with_a_rate_and_a_prefix()
    {
        var members = CountryTable.All.Where(c => c.Eu).ToArray();
        Assert.Equal(Eu, members.Select(c => c.Code).Order());
        Assert.All(
            members,
            c => Assert.InRange(c.StandardRate(new DateOnly(2026, 1, 1))!.Value, 15, 27)
        );
        Assert.Equal("EL", members.Single(c => c.Code == "GR").VatPrefix);
        Assert.All(members, c => Assert.NotNull(c.VatPrefix));
    }

    [Fact]
    public void Every_country_has_an_upper_case_code_both_names_and_rates_in_order() =>
        Assert.All(
            CountryTable.All,
            c =>
            {
                Assert.Matches("^[A-Z]{2}$", c.Code);
                Assert.NotEmpty(c.NameDe);
                Assert.NotEmpty(c.NameEn);
                Assert.Equal(c.Rates.OrderBy(r => r.From), c.Rates);
            }
        );

    [Fact]
    public void Switzerland_Britain_and_the_States_are_countries_outside_the_union() =>
        Assert.All(["CH", "GB", "US"], code => Assert.False(CountryTable.Find(code)!.Eu));

    [Fact]
    public void An_unknown_code_is_no_country() => Assert.Null(CountryTable.Find("XX"));
}
