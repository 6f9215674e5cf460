using System.Globalization;
using System.Xml.Linq;

namespace Elizon.Grains.Banking.Camt;

/// <summary>Reading by local name, so that versions .02 and .08 and every bank's prefix read the same.</summary>
internal static class Elements
{
    public static IEnumerable<XElement> All(this XElement? element, string name) =>
        element?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    /// <summary>The first element down the path, or null.</summary>
    public static XElement? At(this XElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            element = element.All(name).FirstOrDefault();
        return element;
    }

    /// <summary>The text down the path; null where there is none.</summary>
    public static string? Text(this XElement? element, params ReadOnlySpan<string> path) =>
        element.At(path)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A date, or the day of an instant as the bank writes it.</summary>
    public static DateOnly? Day(this XElement? element) =>
        (element.Text("Dt") ?? element.Text("DtTm")) is { Length: >= 10 } text
        && DateOnly.TryParseExact(
            text[..10],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    /// <summary>An amount of at most two decimals and its currency; null for anything else.</summary>
    public static (Money Amount, string Currency)? Amount(this XElement? element) =>
        element is not null
        && decimal.TryParse(
            element.Value.Trim(),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var euros
        )
        && euros == decimal.Round(euros, 2)
        && euros < 1_000_000_000_000m
            ? (Money.Round(euros), element.Attribute("Ccy")?.Value ?? "")
            : null;

    /// <summary>True for CRDT, false for DBIT, null for anything else.</summary>
    public static bool? IsCredit(this XElement? element) =>
        element.Text("CdtDbtInd") switch
        {
            "CRDT" => true,
            "DBIT" => false,
            _ => null,
        };
}
