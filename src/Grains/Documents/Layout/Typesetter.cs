using System.Globalization;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Elizon.Grains.Documents.Layout;

/// <summary>Measures, breaks and draws text, shaped by HarfBuzz. One per document: shapers are not thread-safe.</summary>
internal sealed class Typesetter : IDisposable
{
    private readonly SKShaper _regular = new(FontBook.Regular);
    private readonly SKShaper _bold = new(FontBook.Bold);
    private readonly Dictionary<TextStyle, SKFont> _fonts = [];
    private readonly SKPaint _paint = new() { IsAntialias = true };

    public float Width(string text, TextStyle style) =>
        text.Length == 0 ? 0 : Shaper(style).Shape(text, Font(style)).Width;

    public void Draw(
        SKCanvas canvas,
        string text,
        TextStyle style,
        float x,
        float top,
        Align align = Align.Left
    )
    {
        if (text.Length == 0)
            return;
        _paint.Color = style.Color;
        // The base line sits so that ascenders start at the top of the line.
        var baseLine = top + (style.LineHeight + style.Size * 0.7f) / 2;
        var left = align == Align.Right ? x - Width(text, style) : x;
        canvas.DrawShapedText(
            Shaper(style),
            text,
            left,
            baseLine,
            SKTextAlign.Left,
            Font(style),
            _paint
        );
    }

    /// <summary>Breaks at blanks; a word that is too long for a line is cut between characters.</summary>
    public IReadOnlyList<string> Break(string text, TextStyle style, float width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ').SelectMany(w => Cut(w, style, width)))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && Width(longer, style) > width)
                {
                    lines.Add(line);
                    line = word;
                }
                else
                    line = longer;
            }
            lines.Add(line);
        }
        return lines;
    }

    public void Dispose()
    {
        foreach (var font in _fonts.Values)
            font.Dispose();
        _paint.Dispose();
        _bold.Dispose();
        _regular.Dispose();
    }

    private IEnumerable<string> Cut(string word, TextStyle style, float width)
    {
        while (word.Length > 1 && Width(word, style) > width)
        {
            var head = "";
            foreach (var letter in Letters(word))
            {
                if (head.Length > 0 && Width(head + letter, style) > width)
                    break;
                head += letter;
            }
            yield return head;
            word = word[head.Length..];
        }
        yield return word;
    }

    private static IEnumerable<string> Letters(string word)
    {
        var letters = StringInfo.GetTextElementEnumerator(word);
        while (letters.MoveNext())
            yield return letters.GetTextElement();
    }

    private SKShaper Shaper(TextStyle style) => style.Bold ? _bold : _regular;

    private SKFont Font(TextStyle style)
    {
        if (!_fonts.TryGetValue(style, out var font))
            _fonts[style] = font = new SKFont(style.Face, style.Size) { Subpixel = true };
        return font;
    }
}
