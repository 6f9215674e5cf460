using Elizon.Grains.Billing.Invoices;

namespace Elizon.Rules.Tests.Billing;

public sealed class InvoiceFormatsTests
{
    [Theory]
    [InlineData("de", 123_456_789, "1.234.567,89 €")]
    [InlineData("de", -5, "−0,05 €")]
    [InlineData("de", 0, "0,00 €")]
    [InlineData("en", 123_456_789, "€1,234,567.89")]
    [InlineData("en", -199, "−€1.99")]
    public void Money_is_printed_as_the_language_has_it(string language, long cents, string text) =>
        Assert.Equal(text, new InvoiceFormats(language).Money(new Money(cents)));

    [Theory]
    [InlineData("de", "07.03.2026", "25,5 %")]
    [InlineData("en", "7 Mar 2026", "25.5%")]
    public void Days_and_rates_too(string language, string day, string rate)
    {
        var formats = new InvoiceFormats(language);
        Assert.Equal(day, formats.Day(new DateOnly(2026, 3, 7)));
        Assert.Equal(rate, formats.Percent(25.50m));
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("en-GB", "en")]
    [InlineData("fr", "de")]
    [InlineData("", "de")]
    public void Documents_speak_german_unless_english_is_asked_for(
        string locale,
        string language
    ) => Assert.Equal(language, InvoiceWords.LanguageOf(locale));
}
