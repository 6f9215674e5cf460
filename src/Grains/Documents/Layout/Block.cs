using SkiaSharp;

namespace Elizon.Grains.Documents.Layout;

/// <summary>A piece of a page that is never cut: it knows its height for a width and draws itself.</summary>
internal abstract class Block
{
    /// <summary>True: stays on the page of what follows.</summary>
    public virtual bool KeepWithNext => false;

    /// <summary>Drawn again on top of a page that this block begins; null for nothing.</summary>
    public virtual Block? Repeats => null;

    public abstract float Height(Typesetter type, float width);

    public abstract void Draw(SKCanvas canvas, Typesetter type, float x, float y, float width);
}

/// <summary>Empty space; vanishes at the top of a page.</summary>
internal sealed class Gap(float height) : Block
{
    public override float Height(Typesetter type, float width) => height;

    public override void Draw(SKCanvas canvas, Typesetter type, float x, float y, float width) { }
}

/// <summary>A thin line over the whole width.</summary>
internal sealed class Rule(SKColor color, float thickness = 0.6f) : Block
{
    public override float Height(Typesetter type, float width) => thickness;

    public override void Draw(SKCanvas canvas, Typesetter type, float x, float y, float width)
    {
        using var paint = new SKPaint { Color = color };
        canvas.DrawRect(x, y, width, thickness, paint);
    }
}
