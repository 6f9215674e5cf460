using System.Globalization;
using System.Xml.Linq;

namespace Elizon.Grains.Billing.Invoices.Xml;

/// <summary>The vocabulary of UN/CEFACT Cross Industry Invoice, D16B. Texts that are null or blank make no element.</summary>
internal static class Cii
{
    public static readonly XNamespace Rsm =
        "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    public static readonly XNamespace Ram =
        "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
    public static readonly XNamespace Udt =
        "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100";
    public static readonly XNamespace Qdt =
        "urn:un:unece:uncefact:data:standard:QualifiedDataType:100";

    /// <summary>An aggregate; null parts vanish.</summary>
    public static XElement Group(string name, params object?[] parts) => new(Ram + name, parts);

    public static XElement? Text(string name, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : new XElement(Ram + name, Clean(text));

    public static XElement? Id(string name, string? id, string scheme) =>
        Text(name, id) is { } element ? With(element, "schemeID", scheme) : null;

    public static XElement Amount(string name, Money amount) =>
        new(Ram + name, amount.Euros.ToString("0.00", CultureInfo.InvariantCulture));

    public static XElement Number(string name, decimal number) =>
        new(Ram + name, number.ToString("0.######", CultureInfo.InvariantCulture));

    public static XElement Day(string name, DateOnly day) =>
        new(Ram + name, With(new XElement(Udt + "DateTimeString", Digits(day)), "format", "102"));

    /// <summary>The other type of date: for the day of a document that is referred to.</summary>
    public static XElement FormattedDay(string name, DateOnly day) =>
        new(Ram + name, With(new XElement(Qdt + "DateTimeString", Digits(day)), "format", "102"));

    public static XElement With(XElement element, string attribute, string value)
    {
        element.SetAttributeValue(attribute, value);
        return element;
    }

    private static string Digits(DateOnly day) =>
        day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Customers type names: characters that XML 1.0 has no place for are left out.</summary>
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value >= 32 || r.Value is 9 or 10 or 13))
            .Trim();
}
