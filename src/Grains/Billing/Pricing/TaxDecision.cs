using Elizon.Identity;

namespace Elizon.Grains.Billing.Pricing;

/// <summary>
/// Why a document bears this tax; stored with it and never decided again. <paramref name="Rule"/> is the row of the
/// decision table (invoicing sheet, section 4).
/// </summary>
/// <param name="Country">Whose VAT it is.</param>
/// <param name="Rate">Percent.</param>
/// <param name="Category">EN 16931: S standard rate, AE reverse charge, O not subject to VAT, E exempt.</param>
/// <param name="ExemptionCode">VATEX code where no tax is charged.</param>
/// <param name="RatesVersion">Which table of rates was asked.</param>
internal sealed record TaxDecision(
    int Rule,
    string Country,
    decimal Rate,
    string Category,
    string? ExemptionCode,
    string RatesVersion,
    TaxEvidence Evidence
);

/// <summary>What the decision rests on.</summary>
/// <param name="VatIdCheck">"none" without an id, "unproven" while it was not looked up.</param>
internal sealed record TaxEvidence(
    string BillingCountry,
    AccountType AccountType,
    string? VatId,
    string VatIdCheck,
    DateOnly SupplyDay
);
