using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Identity;
using Elizon.Grains.Providers;
using Elizon.Identity;
using Elizon.Taxes;
using Orleans.Concurrency;

namespace Elizon.Grains.Taxes;

/// <summary>Asks while somebody waits: a short patience, and the last answer when the register has none in time.</summary>
[StatelessWorker, GrainType("vat-id-desk")]
internal sealed class VatIdDesk(
    IVatRegister register,
    VatIdRecords records,
    House house,
    TimeProvider clock
) : Grain, IVatIdDesk
{
    /// <summary>Below the response timeout of the cluster: the customer's order must not fail by a slow register.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<BillingProfile> Prove(BillingProfile buyer)
    {
        if (!VatIdEvidence.MustAsk(buyer, clock.GetUtcNow(), house.Terms))
            return buyer;
        var proof = await Ask(
            VatId.FromText(buyer.VatId!),
            buyer.Company,
            TimeSpan.FromDays(house.Terms.Tax.VatRecheckDays),
            null
        );
        return buyer with { VatProof = proof };
    }

    public async Task<VatIdView> Check(VatId id, Caller by)
    {
        if (!VatIdForm.IsOfUnion(id.Text))
            throw CommonRefusals.NotFound("VAT id");
        await Ask(id, null, TimeSpan.Zero, by);
        return await GrainFactory.VatIdInside(id).Show();
    }

    public Task<PageOf<VatIdCheckView>> Checks(VatId? id, PageRequest page) =>
        records.List(id, page);

    private async Task<VatIdProof> Ask(VatId id, string? traderName, TimeSpan freshFor, Caller? by)
    {
        var record = GrainFactory.VatIdInside(id);
        var begun = await record.Begin(freshFor, by);
        if (!begun.Ask)
            return begun.Known;
        return await record.Answered(
            await register.Ask(new VatIdQuestion(id, traderName), Patience)
        );
    }
}
