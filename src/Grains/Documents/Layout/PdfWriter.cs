using SkiaSharp;

namespace Elizon.Grains.Documents.Layout;

/// <param name="Created">Written into the file as date of creation.</param>
internal sealed record PdfInfo(string Title, string Author, string Subject, DateTimeOffset Created);

/// <summary>Draws a flow into a PDF/A-2b file: laid out first, drawn second, so that each page knows how many there are.</summary>
internal static class PdfWriter
{
    public static void Write(
        Stream output,
        PdfInfo info,
        PageFrame frame,
        IReadOnlyList<Block> flow
    )
    {
        using var type = new Typesetter();
        var pages = Paginator.Pages(flow, frame, type);
        using var document = SKDocument.CreatePdf(output, Metadata(info));
        for (var i = 0; i < pages.Count; i++)
        {
            using var canvas = document.BeginPage(PageFrame.PageWidth, PageFrame.PageHeight);
            IEnumerable<PlacedBlock> above = i == 0 ? frame.First : frame.Head(i + 1, pages.Count);
            foreach (var placed in above.Concat(pages[i]).Concat(frame.Foot(i + 1, pages.Count)))
                placed.Block.Draw(canvas, type, placed.X, placed.Y, placed.Width);
            document.EndPage();
        }
        document.Close();
    }

    private static SKDocumentPdfMetadata Metadata(PdfInfo info) =>
        new()
        {
            Title = info.Title,
            Author = info.Author,
            Subject = info.Subject,
            Creator = info.Author,
            Creation = info.Created.UtcDateTime,
            Modified = info.Created.UtcDateTime,
            PdfA = true,
            RasterDpi = 300,
            EncodingQuality = 101,
        };
}
