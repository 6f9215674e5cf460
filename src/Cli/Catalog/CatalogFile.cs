using Elizon.Catalog;
using Elizon.Coupons;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Elizon.Cli.Catalog;

/// <summary>A catalogue file: the document it declares and where everything stands in it.</summary>
internal sealed record CatalogFile(
    string Name,
    CatalogDocument Document,
    CouponTerms[] Coupons,
    SourceMap Lines
)
{
    private const long Largest = 4 * 1024 * 1024;

    /// <summary>Reads and checks a file as a whole.</summary>
    /// <exception cref="CliFault">With every fault and its line.</exception>
    public static CatalogFile Read(string name, World world)
    {
        var reading = new CatalogReading(world, Path.GetDirectoryName(Path.GetFullPath(name))!);
        var (document, coupons) = Parse(TextOf(name), reading);
        reading.Add(CatalogFaults.Of(document));
        return reading.Faults.Count == 0
            ? new CatalogFile(name, document, coupons, reading.Lines)
            : throw Faulty(name, reading.Faults);
    }

    /// <summary>The server's faults, at their lines.</summary>
    public CliFault At(CliFault refused) =>
        new(refused.ExitCode, refused.Message, refused.Hint, [.. refused.Details.Select(Located)]);

    private string Located(string detail)
    {
        var end = detail.IndexOf(": ", StringComparison.Ordinal);
        return end < 0 || detail[..end].Contains(' ', StringComparison.Ordinal)
            ? detail
            : $"{Name}:{Lines.LineOf(detail[..end])}: {detail}";
    }

    private static (CatalogDocument, CouponTerms[]) Parse(string text, CatalogReading reading)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            reading.Add((int)error.Start.Line, "", $"This is no YAML: {error.Message}");
            return (new CatalogDocument(), []);
        }
        if (stream.Documents is not [var only])
        {
            reading.Add(1, "", "The file must hold one YAML document.");
            return (new CatalogDocument(), []);
        }
        var parts = DocumentSyntax.Parts(new YamlPlace(only.RootNode, "", reading));
        return (DocumentSyntax.Read(parts, reading), CouponSyntax.Read(parts.Optional("coupons")));
    }

    private static string TextOf(string name)
    {
        try
        {
            return new FileInfo(name).Length <= Largest
                ? File.ReadAllText(name)
                : throw new CliFault(ExitCode.Failed, $"{name} is larger than 4 MiB.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliFault(ExitCode.Usage, $"{name} cannot be read: {error.Message}");
        }
    }

    private static CliFault Faulty(string name, IReadOnlyList<FileFault> faults) =>
        new(
            ExitCode.Failed,
            $"{name} has {faults.Count} fault{(faults.Count == 1 ? "" : "s")}; nothing was sent.",
            null,
            [.. faults.Select(f => f.Text(name))]
        );
}
