using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Grains.Taxes;
using Elizon.Identity;
using Elizon.Taxes;

namespace Elizon.Grains.Identity;

internal static partial class User
{
    /// <summary>Tells the old and the new VAT id of a business who bears them; unproven addresses ask nobody.</summary>
    /// <param name="before">The id until now; null for none, and for a person who has just proven the address.</param>
    public static Change<UserState> BearVatId(UserId id, Change<UserState> change, string? before)
    {
        var profile = change.Next.Profile!;
        if (
            change.Next.VerifiedAt is null
            || profile.AccountType != AccountType.Business
            || profile.VatId == before
        )
            return change;
        change = change with { Next = change.Next with { VatProof = null } };
        if (before is not null)
            change = change.Send(BoxOf(before), new VatIdDropped(id));
        return profile.VatId is { } now
            ? change.Send(BoxOf(now), new VatIdBorne(id, profile.Company))
            : change;
    }

    /// <summary>The register answered about an id; null when it is not the person's any more, or nothing new.</summary>
    public static Change<UserState>? LearnVatId(UserId id, UserState state, VatIdProof proof)
    {
        if (state.Profile?.VatId != proof.VatId || state.VatProof == proof)
            return null;
        var change = new Change<UserState>(state with { VatProof = proof });
        return state.VatProof?.Status == VatIdStatus.Valid && proof.Status == VatIdStatus.Invalid
            ? change.Send(SendMail.Box(id), Mails.VatIdInvalid(id, proof.VatId))
            : change;
    }

    private static Outbox.Address BoxOf(string vatId) =>
        Outbox.Address.Of(Elizon.VatId.FromText(vatId));
}
