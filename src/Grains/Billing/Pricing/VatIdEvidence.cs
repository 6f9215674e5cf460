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
        return
            proof.Status == VatIdStatus.Valid
            && DateOnly.FromDateTime(at.UtcDateTime).AddDays(terms.VatProofDays) >= day
            ? "valid"
            : "unproven";
    }

    /// <summary>Whether the tax hangs on an answer that is not there or too old: a business of another member state.</summary>
    public static bool MustAsk(BillingProfile buyer, DateTimeOffset now, BillingOptions terms) =>
        buyer is { AccountType: AccountType.Business, VatId: not null }
        && TaxPlace.Of(buyer.Country, buyer.Zip) is { Inside: true } place
        && place.Country.Code != terms.HomeCountry
        && !(
            buyer.VatProof is { CheckedAt: { } at } proof
            && proof.VatId == buyer.VatId
            && now - at < TimeSpan.FromDays(terms.Tax.VatRecheckDays)
        );
}
