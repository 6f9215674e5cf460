using QRCoder;
using SkiaSharp;

namespace Elizon.Grains.Documents.Layout;

/// <summary>A QR code of medium error correction, as one path: sharp at any size. Its quiet zone is part of it.</summary>
internal sealed class QrBlock(string payload, float size) : Block
{
    public override float Height(Typesetter type, float width) => size;

    public override void Draw(SKCanvas canvas, Typesetter type, float x, float y, float width)
    {
        using var data = QRCodeGenerator.GenerateQrCode(
            payload,
            QRCodeGenerator.ECCLevel.M,
            forceUtf8: true
        );
        var rows = data.ModuleMatrix;
        var module = size / rows.Count;
        using var builder = new SKPathBuilder();
        for (var row = 0; row < rows.Count; row++)
        for (var column = 0; column < rows[row].Count; column++)
            if (rows[row][column])
                builder.AddRect(
                    SKRect.Create(x + column * module, y + row * module, module, module)
                );
        using var path = builder.Detach();
        // Without smoothing no hairlines show between modules.
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        canvas.DrawPath(path, paint);
    }
}
