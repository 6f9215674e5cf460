using System.Diagnostics;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Elizon.Rules.Tests.Billing.EInvoices;

/// <summary>A rule that a document fails. Only "fatal" makes it invalid.</summary>
public sealed record FailedRule(string Id, string Flag, string Text);

/// <summary>
/// Checks documents against the official schema and rules. Those of EN 16931 hold for all, those of XRechnung for
/// documents of its profile.
/// </summary>
internal static class OfficialRules
{
    private const string Saxon = "/usr/share/java/Saxon-HE.jar";
    private const string XRechnung =
        "contains((//*:GuidelineSpecifiedDocumentContextParameter/*:ID)[1], 'xrechnung')";

    /// <summary>What each document fails, by name; all in one run of Saxon.</summary>
    public static Dictionary<string, FailedRule[]> Check(
        IReadOnlyDictionary<string, byte[]> documents
    )
    {
        var folder = Directory.CreateTempSubdirectory("elizon-einvoice-");
        try
        {
            var (from, to) = (folder.CreateSubdirectory("in"), folder.CreateSubdirectory("out"));
            foreach (var (name, xml) in documents)
                File.WriteAllBytes(Path.Join(from.FullName, $"{name}.xml"), xml);
            var sheet = Path.Join(folder.FullName, "rules.xsl");
            Schematron
                .ToXslt(
                    (
                        EInvoiceData.Path("schematron/EN16931-CII-validation-preprocessed.sch"),
                        "true()"
                    ),
                    (EInvoiceData.Path("schematron/XRechnung-CII-validation.sch"), XRechnung)
                )
                .Save(sheet);
            Transform(from.FullName, sheet, to.FullName);
            return documents.Keys.ToDictionary(
                name => name,
                name => Failed(Path.Join(to.FullName, $"{name}.xml")),
                StringComparer.Ordinal
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What the schema says against a document.</summary>
    public static string[] SchemaFaults(byte[] xml, XmlSchemaSet schemas)
    {
        var faults = new List<string>();
        XDocument
            .Load(new MemoryStream(xml))
            .Validate(schemas, (_, fault) => faults.Add(fault.Message));
        return [.. faults];
    }

    public static XmlSchemaSet Schemas()
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(
            null,
            EInvoiceData.Path("xsd/uncefact/data/standard/CrossIndustryInvoice_100pD16B.xsd")
        );
        schemas.Compile();
        return schemas;
    }

    private static FailedRule[] Failed(string file) =>
        [
            .. XDocument
                .Load(file)
                .Descendants("rule")
                .Select(r => new FailedRule(
                    (string)r.Attribute("id")!,
                    (string)r.Attribute("flag")!,
                    r.Value
                )),
        ];

    private static void Transform(string from, string sheet, string to)
    {
        if (!File.Exists(Saxon))
            throw new InvalidOperationException(
                $"{Saxon} is missing: apt-get install libsaxonhe-java default-jre-headless"
            );
        var start = new ProcessStartInfo("java")
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // Short-lived: the simple compiler and collector start faster.
        foreach (
            var argument in new[]
            {
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Saxon,
                "net.sf.saxon.Transform",
                $"-s:{from}",
                $"-xsl:{sheet}",
                $"-o:{to}",
            }
        )
            start.ArgumentList.Add(argument);
        using var saxon = Process.Start(start)!;
        var errors = saxon.StandardError.ReadToEnd();
        saxon.WaitForExit();
        if (saxon.ExitCode != 0)
            throw new InvalidOperationException(errors);
    }
}
