using System.Text;
using Elizon.Grains.Taxes;
using Elizon.Taxes;

namespace Elizon.Rules.Tests.Taxes;

public sealed class TaxReportTests
{
    [Theory]
    [InlineData("S", "DE", "UStVA")]
    [InlineData("S", "AT", "OSS")]
    [InlineData("S", "CH", "local")]
    [InlineData("AE", "AT", "ZM")]
    [InlineData("O", "US", "abroad")]
    [InlineData("O", "ES", "abroad")]
    [InlineData("E", "DE", "exempt")]
    public void Each_sum_belongs_into_one_return(
        string category,
        string country,
        string declared
    ) => Assert.Equal(declared, TaxReturns.Of(category, country, "DE"));

    [Fact]
    public void The_file_is_one_that_a_German_office_opens()
    {
        var day = new DateOnly(2026, 11, 25);
        var file = TaxReportCsv.Of(
            new TaxReport(
                TaxReportKind.Zm,
                day,
                day,
                [
                    new TaxReportLine(
                        "FI",
                        null,
                        "=FI1;\"",
                        "S",
                        25.5m,
                        "OSS",
                        2,
                        new Money(123456),
                        new Money(-5)
                    ),
                ],
                new Money(123456),
                new Money(-5)
            )
        );
        Assert.Equal("zm-2026-11-25-2026-11-25.csv", file.Name);
        Assert.Equal(Encoding.UTF8.GetPreamble(), file.Content[..3]);
        Assert.Equal(
            "Land;Gebiet;USt-IdNr.;Kategorie;Steuersatz;Meldung;Belege;Netto;Steuer\r\n"
                + "FI;;\"'=FI1;\"\"\";S;25,5;OSS;2;1234,56;-0,05\r\n",
            Encoding.UTF8.GetString(file.Content[3..])
        );
    }

    [Fact]
    public void The_rates_of_a_day_say_how_long_they_hold()
    {
        var rates = RateTable.On(new DateOnly(2025, 6, 30));
        Assert.Equal(27, rates.Count(r => r.Code == r.Country));
        Assert.Equal(
            new TaxRateView(
                "EE",
                "EE",
                "Estonia",
                true,
                22,
                new DateOnly(2024, 1, 1),
                new DateOnly(2025, 7, 1)
            ),
            rates.Single(r => r.Code == "EE")
        );
        Assert.Equal(
            (false, null),
            rates.Where(r => r.Code == "ES-CN").Select(r => (r.InVatArea, r.Rate)).Single()
        );
        Assert.Equal(16m, rates.Single(r => r.Code == "PT-20").Rate);
    }
}
