using Elizon.Grains.Billing;

namespace Elizon.Rules.Tests.Billing;

public sealed class BillingOptionsTests
{
    [Fact]
    public void The_defaults_are_sound() =>
        Assert.True(new BillingOptionsCheck().Validate(null, new BillingOptions()).Succeeded);

    [Theory]
    [InlineData("re-", "RK", "DE", "Europe/Berlin", 5)]
    [InlineData("RE", "RE", "DE", "Europe/Berlin", 5)]
    [InlineData("RE", "RK", "CH", "Europe/Berlin", 5)]
    [InlineData("RE", "RK", "DE", "Mars/Olympus", 5)]
    [InlineData("RE", "RK", "DE", "Europe/Berlin", 0)]
    [InlineData("RE", "RK", "DE", "Europe/Berlin", 1001)]
    public void Settings_that_would_print_wrong_documents_are_refused(
        string invoices,
        string corrections,
        string home,
        string zone,
        int topUpMin
    )
    {
        var options = new BillingOptions
        {
            InvoiceSeries = invoices,
            CorrectionSeries = corrections,
            HomeCountry = home,
            TimeZone = zone,
            TopUpMin = topUpMin,
        };
        Assert.Single(new BillingOptionsCheck().Validate(null, options).Failures!);
    }

    [Theory]
    [InlineData(-1, 14)]
    [InlineData(31, 14)]
    [InlineData(5, 0)]
    public void A_debit_without_notice_is_refused(int lead, int notice)
    {
        var options = new BillingOptions { DirectDebit = { LeadDays = lead, NoticeDays = notice } };
        Assert.Single(new BillingOptionsCheck().Validate(null, options).Failures!);
    }

    [Theory]
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29")]
    [InlineData("2026-06-30T21:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01")]
    public void The_houses_day_begins_at_its_own_midnight(string instant, string day) =>
        Assert.Equal(
            DateOnly.Parse(day, null),
            Samples.House.DayOf(DateTimeOffset.Parse(instant, null))
        );
}
