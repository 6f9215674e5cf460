using Elizon.Grains.Mail;

namespace Elizon.Rules.Tests.Mail;

public sealed class MailFormatsTests
{
    [Theory]
    [InlineData("1234.56", "de", "1.234,56 €")]
    [InlineData("1234.56", "en", "€1,234.56")]
    [InlineData("0.05", "de", "0,05 €")]
    [InlineData("-1234567.8", "de", "-1.234.567,80 €")]
    [InlineData("-0.5", "en", "-€0.50")]
    public void Money_is_written_as_the_language_writes_it(
        string amount,
        string locale,
        string expected
    ) => Assert.Equal(expected, MailFormats.Money(amount, locale));

    [Theory]
    [InlineData("2026-11-25T08:00:00Z", "de", "25.11.2026, 09:00 Uhr")]
    [InlineData("2026-07-01T22:30:00Z", "de", "02.07.2026, 00:30 Uhr")]
    [InlineData("2026-07-01T22:30:00Z", "en", "2 July 2026, 00:30 (Berlin)")]
    public void Times_are_told_in_Berlin(string instant, string locale, string expected) =>
        Assert.Equal(expected, MailFormats.Time(instant, locale));

    [Fact]
    public void A_day_is_the_one_in_Berlin() =>
        Assert.Equal("01.01.2027", MailFormats.Day("2026-12-31T23:30:00Z", "de"));

    [Fact]
    public void An_amount_that_is_none_is_refused() =>
        Assert.Throws<MailTemplateException>(() => MailFormats.Money("ten", "de"));
}
