using Elizon.Identity;

namespace Elizon.Grains.Billing.Pricing;

/// <summary>
/// Why a document bears this tax; stored with it and never decided again. <paramref name="Rule"/> is the row of the
/// decision table (invoicing sheet, section 4).
/// </summary>
/// <param name="Country">Whose VAT it is.</param>
/// <param name="Rate">Percent.</param>
/// <param name="Category">EN 16931: S standard rate, AE reverse charge, O not subject to VAT, E exempt.</param>
/// <param name="ExemptionCode">VATEX code where no tax is charged and there is one.</param>
/// <param name="RatesVersion">Which table of rates was asked.</param>
/// <param name="Territory">A part of the country with rules of its own.</param>
/// <param name="Review">True: staff should look at it (a place outside the VAT area told by its postal code alone).</param>
internal sealed record TaxDecision(
    int Rule,
    string Country,
    decimal Rate,
    string Category,
    string? ExemptionCode,
    string RatesVersion,
    TaxEvidence Evidence,
    string? Territory = null,
    bool Review = false
);

/// <summary>What the decision rests on.</summary>
/// <param name="VatIdCheck">"none" without an id, "unproven" while it was not answered or too long ago, else "valid" or "invalid".</param>
/// <param name="VatIdCheckedAt">When the answer that counted was given.</param>
/// <param name="VatIdConsultation">Its consultation number.</param>
/// <param name="BillingZip">The postal code, where a territory hangs on it.</param>
internal sealed record TaxEvidence(
    string BillingCountry,
    AccountType AccountType,
    string? VatId,
    string VatIdCheck,
    DateOnly SupplyDay,
    DateTimeOffset? VatIdCheckedAt = null,
    string? VatIdConsultation = null,
    string? BillingZip = null
);
