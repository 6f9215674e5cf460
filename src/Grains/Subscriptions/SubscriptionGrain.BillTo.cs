using Elizon.Addresses;
using Elizon.Identity;
using Elizon.Subscriptions;
using Elizon.Taxes;

namespace Elizon.Grains.Subscriptions;

/// <summary>Whom the contract's invoices bill.</summary>
internal sealed partial class SubscriptionGrain
{
    public async Task<SubscriptionView> SetBillingAddress(AddressId? address, Caller by)
    {
        await AdmitOwner(by);
        var chosen = address is { } id
            ? new BillTo(id, await GrainFactory.AddressBook(State.Order!.Owner).Find(id))
            : null;
        return await Change(by, () => Changing.BillTo(State, chosen, by));
    }

    /// <summary>
    /// The period begins later than its invoice is issued: an answer that is good today may be too old then. Asked with
    /// short patience; without an answer the last one counts.
    /// </summary>
    private async Task<VatIdProof?> Proof(BillingProfile billed) =>
        billed.VatId is null ? null : (await GrainFactory.VatIdDesk().Prove(billed)).VatProof;

    /// <summary>The address as it is now; as it was chosen when it is not in the book any more.</summary>
    private async Task<PostalAddress?> BillingAddress()
    {
        if (State.BillTo is not { } to)
            return null;
        try
        {
            return await GrainFactory.AddressBook(State.Order!.Owner).Find(to.Id);
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.NotFound)
        {
            return to.Address;
        }
    }
}
