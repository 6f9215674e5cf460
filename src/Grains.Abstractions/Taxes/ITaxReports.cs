using System.Text.Json.Serialization;
using Elizon.Billing;

namespace Elizon.Taxes;

/// <summary>What is to be declared, from the issued documents. Stateless.</summary>
[Alias("ITaxReports")]
public interface ITaxReports : IGrainWithIntegerKey
{
    /// <summary>Sums of the documents issued from <paramref name="from"/> to <paramref name="to"/>, both days included.</summary>
    /// <exception cref="Refusal">Invalid: the days are in the wrong order or more than two years apart.</exception>
    [Alias("Report")]
    Task<TaxReport> Report(TaxReportKind kind, DateOnly from, DateOnly to);

    /// <summary>The same as a CSV file: semicolons, decimal commas, UTF-8 with a byte order mark, as German offices open it.</summary>
    /// <exception cref="Refusal">As <see cref="Report"/>.</exception>
    [Alias("Csv")]
    Task<DocumentFile> Csv(TaxReportKind kind, DateOnly from, DateOnly to);
}

/// <summary>Which sums.</summary>
[GenerateSerializer, Alias("TaxReportKind")]
public enum TaxReportKind
{
    /// <summary>All revenue by country, category and rate.</summary>
    [JsonStringEnumMemberName("revenue")]
    Revenue,

    /// <summary>What the One-Stop-Shop return names: other states' tax by country and rate.</summary>
    [JsonStringEnumMemberName("oss")]
    Oss,

    /// <summary>The recapitulative statement (§ 18a UStG): reverse charge by VAT id.</summary>
    [JsonStringEnumMemberName("zm")]
    Zm,
}

/// <summary>Sums of a time, with their total.</summary>
[GenerateSerializer, Immutable, Alias("TaxReport")]
public sealed record TaxReport(
    [property: Id(0)] TaxReportKind Kind,
    [property: Id(1)] DateOnly From,
    [property: Id(2)] DateOnly To,
    [property: Id(3)] TaxReportLine[] Lines,
    [property: Id(4)] Money Net,
    [property: Id(5)] Money Tax
);

/// <summary>One sum. Corrections are negative and counted as documents.</summary>
/// <param name="Country">Whose VAT it is, or where the service is supplied.</param>
/// <param name="VatId">Of the customer; in the recapitulative statement only.</param>
/// <param name="Category">By EN 16931.</param>
/// <param name="Return">Where it is declared: "UStVA", "OSS", "ZM", "abroad" (not taxable at home), "local" or "exempt".</param>
[GenerateSerializer, Immutable, Alias("TaxReportLine")]
public sealed record TaxReportLine(
    [property: Id(0)] string Country,
    [property: Id(1)] string? Territory,
    [property: Id(2)] string? VatId,
    [property: Id(3)] string Category,
    [property: Id(4)] decimal Rate,
    [property: Id(5)] string Return,
    [property: Id(6)] long Documents,
    [property: Id(7)] Money Net,
    [property: Id(8)] Money Tax
);
