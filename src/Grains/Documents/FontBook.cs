using System.Text;
using SkiaSharp;

namespace Elizon.Grains.Documents;

/// <summary>The embedded faces, never the machine's: a document looks the same everywhere. Loaded once, shared by threads.</summary>
internal static class FontBook
{
    public static readonly SKTypeface Regular = Load("ElizonSans-Regular.ttf");

    public static readonly SKTypeface Bold = Load("ElizonSans-Bold.ttf");

    /// <summary>The characters of a text that the faces lack; they print as a box.</summary>
    public static string Missing(string text)
    {
        using var font = new SKFont(Regular);
        return string.Concat(
            text.EnumerateRunes()
                .Where(r => !Rune.IsControl(r) && font.GetGlyph(r.Value) == 0)
                .Distinct()
        );
    }

    private static SKTypeface Load(string file)
    {
        using var stream = typeof(FontBook).Assembly.GetManifestResourceStream(
            $"Elizon.Grains.Documents.Fonts.{file}"
        )!;
        return SKTypeface.FromStream(stream)
            ?? throw new InvalidOperationException($"{file} is no font.");
    }
}
