using SkiaSharp;

namespace Elizon.Grains.Documents.Layout;

/// <summary>How text looks. Sizes in points, 72 to the inch.</summary>
internal sealed record TextStyle(float Size, SKColor Color, bool Bold = false)
{
    /// <summary>From one base line to the next.</summary>
    public float LineHeight => Size * 1.35f;

    public SKTypeface Face => Bold ? FontBook.Bold : FontBook.Regular;
}

internal enum Align
{
    Left,
    Right,
}
