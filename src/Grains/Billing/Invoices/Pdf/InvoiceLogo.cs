using Elizon.Grains.Documents.Layout;
using SkiaSharp;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>The mark, drawn: three stacked units in a rounded square, and the word beside it.</summary>
internal sealed class InvoiceLogo(string word) : Block
{
    private const float Size = 26;

    public override float Height(Typesetter type, float width) => Size;

    public override void Draw(SKCanvas canvas, Typesetter type, float x, float y, float width)
    {
        var left = x + width - Size - 8 - type.Width(word, InvoiceStyles.Brand);
        using var fill = new SKPaint { Color = InvoiceStyles.Accent, IsAntialias = true };
        using var bar = new SKPaint { Color = SKColors.White, IsAntialias = true };
        canvas.DrawRoundRect(left, y, Size, Size, 6, 6, fill);
        for (var i = 0; i < 3; i++)
        {
            var top = y + 6 + i * 5.4f;
            canvas.DrawRoundRect(left + 6, top, i == 1 ? 10 : 14, 3.2f, 1.6f, 1.6f, bar);
        }
        var wordTop = y + (Size - InvoiceStyles.Brand.LineHeight) / 2;
        type.Draw(canvas, word, InvoiceStyles.Brand, left + Size + 8, wordTop);
    }
}
