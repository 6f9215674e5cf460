using System.Globalization;
using System.Text;

namespace Elizon.Grains.Billing.Export;

/// <summary>Every side of every movement, RFC 4180.</summary>
internal static class CsvFile
{
    public const string Head = "nr,at,day,customer,effect,side,ledger,amount,reason,document\r\n";

    public static string Line(BookedSide side, DateOnly day)
    {
        string[] fields =
        [
            side.Nr.ToString(CultureInfo.InvariantCulture),
            side
                .At.ToUniversalTime()
                .ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            day.ToString("O", CultureInfo.InvariantCulture),
            Text(side.Account),
            Text(side.Effect),
            side.Side.ToString(CultureInfo.InvariantCulture),
            Text(side.Ledger),
            side.Amount.ToString(),
            Text(side.Reason),
            Text(side.Document ?? ""),
        ];
        return $"{string.Join(',', fields)}\r\n";
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Reasons are free text: what a spreadsheet would run as a formula is kept from it.</summary>
    private static string Text(string text)
    {
        var safe =
            text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal)
                ? $"'{text}"
                : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
