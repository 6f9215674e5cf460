using System.Globalization;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>Numbers and days as an invoice prints them, independent of what the machine knows about languages.</summary>
internal sealed class InvoiceFormats(string language)
{
    private static readonly NumberFormatInfo Comma = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
    };

    private readonly bool _german = language == InvoiceWords.German;

    /// <summary>1.234,56 € or €1,234.56; a true minus sign.</summary>
    public string Money(Money amount)
    {
        var sign = amount < Elizon.Money.Zero ? "−" : "";
        var digits = Math.Abs(amount.Euros)
            .ToString("N2", _german ? Comma : NumberFormatInfo.InvariantInfo);
        return _german ? $"{sign}{digits} €" : $"{sign}€{digits}";
    }

    /// <summary>25.11.2026 or 25 Nov 2026.</summary>
    public string Day(DateOnly day) =>
        day.ToString(_german ? "dd.MM.yyyy" : "d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>19 % or 19%.</summary>
    public string Percent(decimal rate) =>
        rate.ToString("0.##", _german ? Comma : NumberFormatInfo.InvariantInfo)
        + (_german ? " %" : "%");

    /// <summary>In groups of four, as on paper.</summary>
    public static string Iban(string iban) =>
        string.Join(' ', iban.Chunk(4).Select(c => new string(c)));

    public static string Count(int n) =>
        n < 0
            ? string.Create(CultureInfo.InvariantCulture, $"−{-n}")
            : n.ToString(CultureInfo.InvariantCulture);
}
