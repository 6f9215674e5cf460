using System.Globalization;
using System.Text;

namespace Elizon.Grains.Banking.Payouts;

/// <summary>Text in the characters that every bank of the SEPA takes.</summary>
internal static class SepaText
{
    private const string Marks = " /-?:().,'+";

    /// <summary>Umlauts are written out, accents dropped, anything else becomes a full stop; cut to the length.</summary>
    public static string Of(string text, int most)
    {
        var plain = new StringBuilder();
        foreach (var c in Spelled(text).Normalize(NormalizationForm.FormD))
            if (char.IsAsciiLetterOrDigit(c) || Marks.Contains(c, StringComparison.Ordinal))
                plain.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.IsWhiteSpace(c) ? ' ' : '.');
        var result = plain.ToString().Trim();
        return result.Length > most ? result[..most].TrimEnd() : result;
    }

    private static string Spelled(string text) =>
        text.Replace("ä", "ae", StringComparison.Ordinal)
            .Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal)
            .Replace("Ä", "Ae", StringComparison.Ordinal)
            .Replace("Ö", "Oe", StringComparison.Ordinal)
            .Replace("Ü", "Ue", StringComparison.Ordinal)
            .Replace("ß", "ss", StringComparison.Ordinal)
            .Replace("&", "+", StringComparison.Ordinal);
}
