using System.Globalization;

namespace Elizon.Grains.Mail;

/// <summary>Amounts and instants as readers of a language write them; made here and not by the machine's locale data.</summary>
internal static class MailFormats
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(
        "Europe/Berlin"
    );

    private static readonly NumberFormatInfo German = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
    };

    /// <summary>"1234.56" → "1.234,56 €" or "€1,234.56".</summary>
    public static string Money(string amount, string locale)
    {
        if (
            !decimal.TryParse(
                amount,
                NumberStyles.Number,
                CultureInfo.InvariantCulture,
                out var euros
            )
        )
            throw new MailTemplateException("an amount is not a number");
        var sign = euros < 0 ? "-" : "";
        return locale == "en"
            ? $"{sign}€{Math.Abs(euros).ToString("N2", CultureInfo.InvariantCulture)}"
            : $"{sign}{Math.Abs(euros).ToString("N2", German)} €";
    }

    /// <summary>"2026-11-25T08:00:00Z" → "25.11.2026, 09:00 Uhr" or "25 November 2026, 09:00 (Berlin)".</summary>
    public static string Time(string instant, string locale) =>
        locale == "en"
            ? Local(instant).ToString("d MMMM yyyy, HH:mm '(Berlin)'", CultureInfo.InvariantCulture)
            : Local(instant).ToString("dd.MM.yyyy, HH:mm 'Uhr'", CultureInfo.InvariantCulture);

    /// <summary>"2026-11-25T08:00:00Z" → "25.11.2026" or "25 November 2026".</summary>
    public static string Day(string instant, string locale) =>
        Local(instant)
            .ToString(locale == "en" ? "d MMMM yyyy" : "dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(string instant) =>
        DateTimeOffset.TryParse(
            instant,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? TimeZoneInfo.ConvertTime(at, Zone)
            : throw new MailTemplateException("an instant is not in ISO 8601");
}
