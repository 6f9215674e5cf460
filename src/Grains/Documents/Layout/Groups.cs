using SkiaSharp;

namespace Elizon.Grains.Documents.Layout;

/// <summary>Blocks below each other that stay together.</summary>
internal sealed class Column(params Block[] blocks) : Block
{
    public override float Height(Typesetter type, float width) =>
        blocks.Sum(b => b.Height(type, width));

    public override void Draw(SKCanvas canvas, Typesetter type, float x, float y, float width)
    {
        foreach (var block in blocks)
        {
            block.Draw(canvas, type, x, y, width);
            y += block.Height(type, width);
        }
    }
}

/// <summary>Blocks beside each other. Widths in points; a width of 0 takes an equal share of what is left.</summary>
internal sealed class Row(float gap, params (float Width, Block Block)[] cells) : Block
{
    public override float Height(Typesetter type, float width) =>
        Places(width).Max(p => p.Block.Height(type, p.Width));

    public override void Draw(SKCanvas canvas, Typesetter type, float x, float y, float width)
    {
        foreach (var (block, left, cell) in Places(width))
            block.Draw(canvas, type, x + left, y, cell);
    }

    private IEnumerable<(Block Block, float Left, float Width)> Places(float width)
    {
        var shares = cells.Count(c => c.Width == 0);
        var rest = width - cells.Sum(c => c.Width) - gap * (cells.Length - 1);
        var left = 0f;
        foreach (var (given, block) in cells)
        {
            var cell = given == 0 ? rest / shares : given;
            yield return (block, left, cell);
            left += cell + gap;
        }
    }
}
