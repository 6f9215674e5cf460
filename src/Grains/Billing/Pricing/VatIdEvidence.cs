using Elizon.Identity;
using Elizon.Taxes;

namespace Elizon.Grains.Billing.Pricing;

/// <summary>What the last answer about a buyer's VAT id is worth on a day.</summary>
internal static class VatIdEvidence
{
    /// <summary>"none" without an id, "valid" or "invalid" by an answer that still counts, else "unproven".</summary>
    public static string Of(BillingProfile buyer, DateOnly day, TaxOptions terms)
    {
        if (buyer.VatId is null)
            return "none";
        if (buyer.VatProof is not { CheckedAt: { } at } proof || proof.VatId != buyer.VatId)
            return "unproven";
        if (proof.Status == VatIdStatus.Invalid)
            return "invalid";
        return proof.Status == VatIdStatus.Valid
            && DateOnly.FromDateTime(at.UtcDateTime).AddDays(terms.VatProofDays) >= day
            ? "valid"
            : "unproven";
    }
}
