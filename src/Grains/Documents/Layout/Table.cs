using SkiaSharp;

namespace Elizon.Grains.Documents.Layout;

/// <param name="Width">Points; 0 takes what is left.</param>
internal sealed record TableColumn(string Title, float Width, Align Align);

/// <summary>A table whose head is repeated on each page; rows are never cut.</summary>
internal sealed class Table(
    TableColumn[] columns,
    TextStyle headStyle,
    SKColor headFill,
    SKColor line
)
{
    private const float Gutter = 8;

    /// <summary>Inset of the cells on all sides.</summary>
    public const float Padding = 5;

    /// <summary>The head and one block per row, to be put into a page's flow.</summary>
    public IEnumerable<Block> Blocks(IEnumerable<Block[]> rows)
    {
        var head = new HeadRow(
            Line([.. columns.Select(c => new TextBlock(c.Title, headStyle, c.Align))]),
            headFill
        );
        return [head, .. rows.Select(cells => new BodyRow(Line(cells), head, line))];
    }

    private Row Line(Block[] cells) =>
        new(Gutter, [.. columns.Zip(cells, (column, cell) => (column.Width, cell))]);

    private sealed class HeadRow(Row row, SKColor fill) : Block
    {
        public override bool KeepWithNext => true;

        public override float Height(Typesetter type, float width) =>
            row.Height(type, width - 2 * Padding) + 2 * Padding;

        public override void Draw(SKCanvas canvas, Typesetter type, float x, float y, float width)
        {
            using var paint = new SKPaint { Color = fill };
            canvas.DrawRect(x, y, width, Height(type, width), paint);
            row.Draw(canvas, type, x + Padding, y + Padding, width - 2 * Padding);
        }
    }

    private sealed class BodyRow(Row row, Block head, SKColor line) : Block
    {
        public override Block Repeats => head;

        public override float Height(Typesetter type, float width) =>
            row.Height(type, width - 2 * Padding) + 2 * Padding;

        public override void Draw(SKCanvas canvas, Typesetter type, float x, float y, float width)
        {
            row.Draw(canvas, type, x + Padding, y + Padding, width - 2 * Padding);
            new Rule(line).Draw(canvas, type, x, y + Height(type, width) - 0.6f, width);
        }
    }
}
