using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Elizon.Grains.Banking.Camt;

namespace Elizon.Grains.Banking.Matching;

/// <summary>
/// What a payer may have meant: everything in a transaction that looks like a reference of ours or a number of an
/// invoice. Blanks, hyphens and case do not count; banks split texts anywhere (payments sheet, section 7).
/// </summary>
/// <param name="References">With valid check digits.</param>
/// <param name="Wrong">Looks like a reference but its check digits are wrong: never trusted.</param>
/// <param name="Shorts">Every run of twelve characters that could be the short form.</param>
/// <param name="Numbers">Invoice numbers in their printed form, such as RE-2026-000001.</param>
internal sealed partial record Mentions(
    ImmutableArray<string> References,
    ImmutableArray<string> Wrong,
    ImmutableArray<string> Shorts,
    ImmutableArray<string> Numbers
)
{
    private const int ReferenceLength = PayerReference.BodyLength + 4;

    public static Mentions Of(BankTransaction t, string series)
    {
        string[] texts =
        [
            t.CreditorReference ?? "",
            t.Text.Replace("\n", "", StringComparison.Ordinal),
            t.Text.Replace('\n', ' '),
            t.EndToEndId ?? "",
        ];
        string[] plain = [.. texts.Select(Plain).Where(p => p.Length > 0).Distinct()];
        string[] found = [.. plain.SelectMany(WithPrefix).Distinct()];
        var wrong = found.Where(r => !PayerReference.IsValid(r)).ToImmutableArray();
        return new Mentions(
            [.. found.Where(PayerReference.IsValid)],
            wrong,
            [.. plain.SelectMany(Windows).Except(wrong.Select(w => w[4..])).Distinct()],
            [.. texts.SelectMany(x => NumbersIn(x, series)).Distinct()]
        );
    }

    private static string Plain(string text) =>
        string.Concat(text.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant));

    private static IEnumerable<string> WithPrefix(string plain) =>
        Prefix()
            .Matches(plain)
            .Where(m => m.Index + ReferenceLength <= plain.Length)
            .Select(m => plain.Substring(m.Index, ReferenceLength));

    private static IEnumerable<string> Windows(string plain)
    {
        for (var start = 0; start + PayerReference.BodyLength <= plain.Length; start++)
        {
            var window = plain.Substring(start, PayerReference.BodyLength);
            if (window.All(c => PayerReference.Alphabet.Contains(c, StringComparison.Ordinal)))
                yield return window;
        }
    }

    private static IEnumerable<string> NumbersIn(string text, string series) =>
        Number()
            .Matches(text.ToUpperInvariant())
            .Where(m => m.Groups["series"].Value == series)
            .Select(m => $"{series}-{m.Groups["year"].Value}-{m.Groups["nr"].Value}");

    [GeneratedRegex("(?=RF[0-9]{2})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(
        @"(?<![A-Z0-9])(?<series>[A-Z]{1,6})[-\s./]*(?<year>20\d{2})[-\s./]*(?<nr>\d{6,9})(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Number();
}
