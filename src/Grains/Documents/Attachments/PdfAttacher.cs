using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Elizon.Grains.Documents;

/// <summary>
/// Adds an incremental update behind the file: the embedded file, its specification, the catalogue that names it and
/// the metadata that say PDF/A-3. No byte of the file before is touched.
/// </summary>
internal sealed partial class PdfAttacher : IPdfAttacher
{
    public byte[] Attach(byte[] pdf, PdfAttachment file)
    {
        var tail = PdfTail.Of(pdf);
        var catalog = tail.Object(tail.Root);
        var metadata = int.Parse(
            MetadataReference().Match(catalog).Groups["nr"].ValueSpan,
            CultureInfo.InvariantCulture
        );
        var (embedded, specification) = (tail.Size, tail.Size + 1);
        using var output = new MemoryStream();
        output.Write(pdf);
        var places = new SortedDictionary<int, long>();
        Write(output, places, metadata, Xmp(tail.Object(metadata), file.Metadata));
        Write(output, places, tail.Root, Latin(Catalog(catalog, file.Name, specification)));
        Write(output, places, embedded, Embedded(file));
        Write(output, places, specification, Latin(Specification(file, embedded)));
        Finish(output, places, tail, specification + 1, file.Content);
        return output.ToArray();
    }

    private static void Write(
        MemoryStream output,
        SortedDictionary<int, long> places,
        int number,
        byte[] body
    )
    {
        Put(output, "\n");
        places[number] = output.Position;
        Put(output, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
        output.Write(body);
        Put(output, "\nendobj");
    }

    private static byte[] Xmp(string metadata, string added)
    {
        var from = metadata.IndexOf("<?xpacket begin", StringComparison.Ordinal);
        var to = metadata.LastIndexOf("endstream", StringComparison.Ordinal);
        if (from < 0 || to < from)
            throw new InvalidOperationException("The PDF's metadata is no XMP packet.");
        var packet = metadata[from..to].TrimEnd();
        var text = packet
            .Replace("<pdfaid:part>2<", "<pdfaid:part>3<", StringComparison.Ordinal)
            .Replace("</rdf:RDF>", $"{added}\n</rdf:RDF>", StringComparison.Ordinal);
        if (!text.Contains("<pdfaid:part>3<", StringComparison.Ordinal))
            throw new InvalidOperationException("The PDF is no PDF/A-2.");
        // The packet is UTF-8 that was read as Latin-1: what is added must be ASCII.
        return Stream("/Type /Metadata /Subtype /XML", Latin(text));
    }

    private static string Catalog(string catalog, string name, int specification)
    {
        var end = catalog.LastIndexOf(">>", StringComparison.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{catalog[..end]}\n/Version /1.7\n/AF [{specification} 0 R]\n/Names <</EmbeddedFiles <</Names [({name}) {specification} 0 R]>>>>>>"
        );
    }

    private static byte[] Embedded(PdfAttachment file)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(file.Content);
        var type = file.MediaType.Replace("/", "#2F", StringComparison.Ordinal);
        return Stream(
            string.Create(
                CultureInfo.InvariantCulture,
                $"/Type /EmbeddedFile /Subtype /{type} /Filter /FlateDecode /Params <</ModDate (D:{file.At.UtcDateTime:yyyyMMddHHmmss}Z) /Size {file.Content.Length}>>"
            ),
            packed.ToArray()
        );
    }

    private static string Specification(PdfAttachment file, int embedded) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type /Filespec /F ({file.Name}) /UF ({file.Name}) /Desc ({file.Description}) /AFRelationship /Alternative /EF <</F {embedded} 0 R /UF {embedded} 0 R>>>>"
        );

    private static byte[] Stream(string entries, byte[] content)
    {
        using var output = new MemoryStream();
        Put(
            output,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<<{entries} /Length {content.Length}>>\nstream\n"
            )
        );
        output.Write(content);
        Put(output, "\nendstream");
        return output.ToArray();
    }

    private static void Finish(
        MemoryStream output,
        SortedDictionary<int, long> places,
        PdfTail tail,
        int size,
        byte[] content
    )
    {
        Put(output, "\n");
        var start = output.Position;
        var table = new StringBuilder("xref\n");
        foreach (var (number, place) in places)
            table.Append(
                CultureInfo.InvariantCulture,
                $"{number} 1\n{place:0000000000} 00000 n \n"
            );
        var id = Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 16));
        table.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<</Size {size}\n/Root {tail.Root} 0 R\n/Info {tail.Info} 0 R\n/ID [{tail.FirstId} <{id}>]\n/Prev {tail.StartXref}>>\nstartxref\n{start}\n%%EOF\n"
        );
        Put(output, table.ToString());
    }

    private static void Put(MemoryStream output, string text) => output.Write(Latin(text));

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    [GeneratedRegex(@"/Metadata (?<nr>\d+) 0 R", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MetadataReference();
}
