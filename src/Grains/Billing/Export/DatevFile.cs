using System.Globalization;
using System.Text;

namespace Elizon.Grains.Billing.Export;

/// <summary>A batch of bookings in DATEV's format EXTF, version 700, category 21, form 13.</summary>
internal static class DatevFile
{
    private const int LongestDocument = 36;
    private const int LongestText = 60;

    private static readonly string[] Columns =
    [
        "Umsatz (ohne Soll/Haben-Kz)",
        "Soll/Haben-Kennzeichen",
        "WKZ Umsatz",
        "Kurs",
        "Basis-Umsatz",
        "WKZ Basis-Umsatz",
        "Konto",
        "Gegenkonto (ohne BU-Schlüssel)",
        "BU-Schlüssel",
        "Belegdatum",
        "Belegfeld 1",
        "Belegfeld 2",
        "Skonto",
        "Buchungstext",
    ];

    public static string Head(DatevOptions options, DateOnly from, DateTimeOffset now)
    {
        var last = from.AddMonths(1).AddDays(-1);
        string[] fields =
        [
            "\"EXTF\"",
            "700",
            "21",
            "\"Buchungsstapel\"",
            "13",
            now.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture),
            "",
            "\"RE\"",
            "\"\"",
            "\"\"",
            options.Consultant.ToString(CultureInfo.InvariantCulture),
            options.Client.ToString(CultureInfo.InvariantCulture),
            $"{from.Year}0101",
            options.AccountLength.ToString(CultureInfo.InvariantCulture),
            Day(from),
            Day(last),
            $"\"Elizon {from.ToString("yyyy-MM", CultureInfo.InvariantCulture)}\"",
            "\"\"",
            "1",
            "0",
            "0",
            "\"EUR\"",
            "",
            "\"\"",
            "",
            "",
            $"\"{options.Chart}\"",
            "",
            "",
            "\"\"",
            "\"\"",
        ];
        return $"{string.Join(';', fields)}\r\n{string.Join(';', Columns.Select(Quoted))}\r\n";
    }

    /// <summary>One line. The text of the booking is the reason; the document is its number, else the movement's key.</summary>
    public static string Line(Booking booking, DatevOptions options, DateOnly day)
    {
        var debit = booking.Debit;
        string[] fields =
        [
            booking.Amount.ToString().Replace('.', ','),
            "\"S\"",
            "\"EUR\"",
            "",
            "",
            "\"\"",
            options.AccountOf(debit.Ledger)!,
            options.AccountOf(booking.Credit.Ledger)!,
            "\"\"",
            day.ToString("ddMM", CultureInfo.InvariantCulture),
            Quoted(Cut(Document(debit.Document ?? debit.Effect), LongestDocument)),
            "\"\"",
            "",
            Quoted(Cut(OneLine(debit.Reason), LongestText)),
        ];
        return $"{string.Join(';', fields)}\r\n";
    }

    /// <summary>DATEV reads its own 8-bit set; what it lacks becomes a question mark.</summary>
    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static string Day(DateOnly day) =>
        day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Quoted(string text) =>
        $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Document(string text) =>
        string.Concat(
            text.Select(c =>
                char.IsAsciiLetterOrDigit(c) || "$%&*+-/".Contains(c, StringComparison.Ordinal)
                    ? c
                    : '-'
            )
        );

    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;
}
