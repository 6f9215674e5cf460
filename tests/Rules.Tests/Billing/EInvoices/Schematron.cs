using System.Globalization;
using System.Xml.Linq;

namespace Elizon.Rules.Tests.Billing.EInvoices;

/// <summary>
/// Turns Schematron into one XSLT 2 that lists what fails: per pattern one mode, per rule one template with falling
/// priority (the first rule that fits a node counts), assert and let by their names. No compiler is packaged.
/// </summary>
internal static class Schematron
{
    private static readonly XNamespace Sch = "http://purl.oclc.org/dsdl/schematron";
    private static readonly XNamespace Xsl = "http://www.w3.org/1999/XSL/Transform";

    /// <param name="sets">Rule files, each with an XPath that says for which documents it counts.</param>
    public static XDocument ToXslt(params (string File, string When)[] sets)
    {
        var sheet = new XElement(Xsl + "stylesheet", new XAttribute("version", "2.0"));
        sheet.SetAttributeValue(XNamespace.Xmlns + "xsl", Xsl.NamespaceName);
        sheet.SetAttributeValue(XNamespace.Xmlns + "xs", "http://www.w3.org/2001/XMLSchema");
        sheet.SetAttributeValue(XNamespace.Xmlns + "u", "utils");
        var root = new XElement(Xsl + "template", new XAttribute("match", "/"));
        var found = new XElement("failed");
        root.Add(found);
        sheet.Add(root);
        foreach (var (file, when) in sets)
        {
            var schema = Load(file);
            foreach (var ns in schema.Elements(Sch + "ns"))
                sheet.SetAttributeValue(
                    XNamespace.Xmlns + (string)ns.Attribute("prefix")!,
                    (string)ns.Attribute("uri")!
                );
            sheet.Add(schema.Elements(Xsl + "function"));
            sheet.Add(schema.Elements(Sch + "let").Select(Variable));
            var guard = new XElement(Xsl + "if", new XAttribute("test", when));
            found.Add(guard);
            foreach (var pattern in schema.Elements(Sch + "pattern"))
                AddPattern(sheet, guard, pattern);
        }
        return new XDocument(sheet);
    }

    private static XElement Load(string file)
    {
        var schema = XDocument.Load(file).Root!;
        foreach (var include in schema.Elements(Sch + "include").ToArray())
        {
            var name = $"XRechnung-{Path.GetFileName((string)include.Attribute("href")!)}";
            include.ReplaceWith(XDocument.Load(Path.Join(Path.GetDirectoryName(file), name)).Root);
        }
        return schema;
    }

    private static void AddPattern(XElement sheet, XElement guard, XElement pattern)
    {
        var mode = (string)pattern.Attribute("id")!;
        sheet.Add(pattern.Elements(Sch + "let").Select(Variable));
        guard.Add(
            new XElement(
                Xsl + "apply-templates",
                new XAttribute("select", "/"),
                new XAttribute("mode", mode)
            )
        );
        var rules = pattern.Elements(Sch + "rule").ToArray();
        for (var i = 0; i < rules.Length; i++)
            sheet.Add(
                Template(
                    mode,
                    (string)rules[i].Attribute("context")!,
                    rules.Length - i,
                    rules[i].Elements().Select(Check)
                )
            );
        sheet.Add(Template(mode, "@*|node()|/", -1, []));
    }

    private static XElement Template(
        string mode,
        string match,
        int priority,
        IEnumerable<XElement?> checks
    ) =>
        new(
            Xsl + "template",
            new XAttribute("match", match),
            new XAttribute("mode", mode),
            new XAttribute("priority", priority.ToString(CultureInfo.InvariantCulture)),
            checks,
            new XElement(
                Xsl + "apply-templates",
                new XAttribute("select", "@*|node()"),
                new XAttribute("mode", mode)
            )
        );

    private static XElement? Check(XElement rulePart) =>
        rulePart.Name.LocalName switch
        {
            "let" => Variable(rulePart),
            "assert" => Failure(rulePart, $"not({(string)rulePart.Attribute("test")!})"),
            "report" => Failure(rulePart, (string)rulePart.Attribute("test")!),
            _ => null,
        };

    private static XElement Failure(XElement assert, string test) =>
        new(
            Xsl + "if",
            new XAttribute("test", test),
            new XElement(
                "rule",
                new XAttribute("id", (string)assert.Attribute("id")!),
                new XAttribute("flag", (string?)assert.Attribute("flag") ?? "fatal"),
                new XElement(Xsl + "text", assert.Value.Trim())
            )
        );

    private static XElement Variable(XElement let) =>
        new(
            Xsl + "variable",
            new XAttribute("name", (string)let.Attribute("name")!),
            new XAttribute("select", (string)let.Attribute("value")!)
        );
}
