using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Elizon.Grains.Documents;

/// <summary>
/// The end of a PDF with a classic cross-reference table in one section, as our writer makes it: enough to find objects
/// and to add an update behind it. Text is Latin-1, so that a character is a byte.
/// </summary>
internal sealed partial class PdfTail
{
    /// <summary>"0000001656 00000 n \n".</summary>
    private const int EntryLength = 20;

    private readonly int _entries;

    private PdfTail(string text, int start, Match table, Match trailer)
    {
        Text = text;
        StartXref = start;
        _entries = table.Index + table.Length;
        Size = Number(trailer.Groups["size"]);
        Root = Number(trailer.Groups["root"]);
        Info = Number(trailer.Groups["info"]);
        FirstId = trailer.Groups["id"].Value;
    }

    public string Text { get; }

    /// <summary>Where the table is.</summary>
    public int StartXref { get; }

    /// <summary>Objects, the free one among them: the number of the next.</summary>
    public int Size { get; }

    public int Root { get; }

    public int Info { get; }

    /// <summary>As written: hexadecimal or, where the random bytes happen to be readable, in parentheses.</summary>
    public string FirstId { get; }

    /// <exception cref="InvalidOperationException">The file has another shape.</exception>
    public static PdfTail Of(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var start = Start().Match(text) is { Success: true } found
            ? Number(found.Groups["at"])
            : throw Unknown("no startxref");
        var table = Table().Match(text, start);
        var trailer = Trailer().Match(text, start);
        return table.Success && table.Index == start && trailer.Success
            ? new PdfTail(text, start, table, trailer)
            : throw Unknown("no table or trailer");
    }

    /// <summary>What stands between "n 0 obj" and "endobj"; only for objects without binary data.</summary>
    public string Object(int number)
    {
        var from = int.Parse(
            Text.AsSpan(_entries + number * EntryLength, 10),
            CultureInfo.InvariantCulture
        );
        var head = string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj");
        if (string.CompareOrdinal(Text, from, head, 0, head.Length) != 0)
            throw Unknown($"object {number} is not where the table says");
        var to = Text.IndexOf("endobj", from, StringComparison.Ordinal);
        return Text[(from + head.Length)..to].Trim();
    }

    private static int Number(Group group) =>
        int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static InvalidOperationException Unknown(string what) =>
        new($"The PDF has a shape that the attacher does not know: {what}.");

    [GeneratedRegex(@"startxref\s+(?<at>\d+)\s+%%EOF\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Start();

    [GeneratedRegex(@"xref\s+0 \d+\s*?\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(
        @"trailer\s*<</Size (?<size>\d+)\s+/Root (?<root>\d+) 0 R\s+/Info (?<info>\d+) 0 R\s+/ID \[(?<id><[0-9A-F]*>|\((\\.|[^\\()])*\))",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Trailer();
}
