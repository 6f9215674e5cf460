using System.Xml;
using System.Xml.Linq;

namespace Elizon.Grains.Banking.Camt;

/// <summary>A file that is no camt.053 at all.</summary>
internal sealed class CamtFormatException(string message) : Exception(message);

/// <summary>
/// Reads camt.053 of versions .02 and .08, one entry in memory at a time. Document types, entities and addresses in a file
/// are never followed (payments sheet, section 7).
/// </summary>
internal static class CamtReader
{
    /// <summary>Bytes of a file, and characters of its text.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostBytes,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <exception cref="CamtFormatException">No XML, no camt.053, or another version.</exception>
    public static IReadOnlyList<BankStatement> Read(Stream file)
    {
        try
        {
            using var xml = XmlReader.Create(file, Settings);
            return [.. Statements(xml)];
        }
        catch (XmlException error)
        {
            throw new CamtFormatException(
                $"The file is no sound XML (line {error.LineNumber}, position {error.LinePosition})."
            );
        }
    }

    private static IEnumerable<BankStatement> Statements(XmlReader xml)
    {
        xml.MoveToContent();
        if (
            xml.LocalName != "Document"
            || xml.NamespaceURI
                is not (
                    "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"
                    or "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"
                )
        )
            throw new CamtFormatException("The file is no camt.053 of version .02 or .08.");
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Stmt", Depth: 2 })
                yield return Statement(xml.ReadSubtree());
    }

    /// <summary>The head stays small because entries are turned into transactions as they come.</summary>
    private static BankStatement Statement(XmlReader xml)
    {
        var head = new XElement("Stmt");
        var entries = new EntryList();
        xml.Read();
        xml.Read();
        while (!xml.EOF)
            if (xml.NodeType != XmlNodeType.Element)
                xml.Read();
            else if (xml.LocalName == "Ntry")
                entries.Add((XElement)XNode.ReadFrom(xml));
            else
                head.Add(XNode.ReadFrom(xml));
        return StatementHead.Complete(head, entries);
    }
}
