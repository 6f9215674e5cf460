using System.Globalization;
using System.Text;
using Elizon.Billing;
using Elizon.Taxes;

namespace Elizon.Grains.Taxes;

/// <summary>A report as a file for the office.</summary>
internal static class TaxReportCsv
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static DocumentFile Of(TaxReport report)
    {
        var text = new StringBuilder();
        Write(
            text,
            "Land",
            "Gebiet",
            "USt-IdNr.",
            "Kategorie",
            "Steuersatz",
            "Meldung",
            "Belege",
            "Netto",
            "Steuer"
        );
        foreach (var line in report.Lines)
            Write(
                text,
                line.Country,
                line.Territory ?? "",
                line.VatId ?? "",
                line.Category,
                line.Rate.ToString("0.##", German),
                line.Return,
                line.Documents.ToString(German),
                Amount(line.Net),
                Amount(line.Tax)
            );
        var kind = report.Kind.ToString().ToLowerInvariant();
        return new DocumentFile(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind}-{report.From:yyyy-MM-dd}-{report.To:yyyy-MM-dd}.csv"
            ),
            "text/csv",
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())]
        );
    }

    private static string Amount(Money money) => money.Euros.ToString("0.00", German);

    private static void Write(StringBuilder text, params string[] cells) =>
        text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    /// <summary>What a customer typed must not become a formula, nor break a line.</summary>
    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '@' or '\t')
            text = $"'{text}";
        return text.AsSpan().IndexOfAny(";\"\r\n") < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
