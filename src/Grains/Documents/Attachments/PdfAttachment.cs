namespace Elizon.Grains.Documents;

/// <summary>A file that travels inside a PDF as another form of the same document.</summary>
/// <param name="Name">ASCII, such as "factur-x.xml".</param>
/// <param name="Description">ASCII, shown by readers.</param>
/// <param name="Metadata">What the PDF's XMP says about it: <c>rdf:Description</c> elements as text.</param>
internal sealed record PdfAttachment(
    string Name,
    string MediaType,
    string Description,
    byte[] Content,
    DateTimeOffset At,
    string Metadata
);

/// <summary>Puts a file into a finished PDF/A-2b and makes it PDF/A-3b, the part that allows it.</summary>
internal interface IPdfAttacher
{
    byte[] Attach(byte[] pdf, PdfAttachment file);
}
