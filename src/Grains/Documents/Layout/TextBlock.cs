using SkiaSharp;

namespace Elizon.Grains.Documents.Layout;

/// <summary>A paragraph, broken to its width.</summary>
internal sealed class TextBlock(string text, TextStyle style, Align align = Align.Left) : Block
{
    private float _width = -1;
    private IReadOnlyList<string> _lines = [];

    public override float Height(Typesetter type, float width) =>
        text.Length == 0 ? 0 : Lines(type, width).Count * style.LineHeight;

    public override void Draw(SKCanvas canvas, Typesetter type, float x, float y, float width)
    {
        if (text.Length == 0)
            return;
        var from = align == Align.Right ? x + width : x;
        foreach (var line in Lines(type, width))
        {
            type.Draw(canvas, line, style, from, y, align);
            y += style.LineHeight;
        }
    }

    private IReadOnlyList<string> Lines(Typesetter type, float width)
    {
        if (_width != width)
            (_width, _lines) = (width, type.Break(text, style, width));
        return _lines;
    }
}
