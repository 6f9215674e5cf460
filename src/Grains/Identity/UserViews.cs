using Elizon.Identity;
using Elizon.Taxes;

namespace Elizon.Grains.Identity;

/// <summary>From state to what others see.</summary>
internal static class UserViews
{
    public static UserView ToView(this UserState state, UserId id)
    {
        var profile = state.Profile!;
        return new UserView(
            id,
            state.Email,
            profile.FirstName,
            profile.LastName,
            profile.DisplayName ?? $"{profile.FirstName} {profile.LastName}",
            profile.AccountType,
            profile.Company,
            profile.VatId,
            profile.Street,
            profile.Zip,
            profile.City,
            profile.Country,
            profile.Phone,
            profile.AvatarUrl,
            profile.Locale,
            state.VerifiedAt is not null,
            state.Roles,
            state.RegisteredAt,
            null,
            VatIdStatusOf(state),
            state.VatProof?.CheckedAt
        );
    }

    public static BillingProfile ToBillingProfile(this UserState state, UserId id)
    {
        var profile = state.Profile!;
        return new BillingProfile(
            id,
            state.Email,
            profile.FirstName,
            profile.LastName,
            profile.Company,
            profile.AccountType,
            profile.Street,
            profile.Zip,
            profile.City,
            profile.Country,
            profile.VatId,
            profile.Locale,
            state.VerifiedAt is not null,
            state.VatProof
        );
    }

    /// <summary>Null without an id; "pending" until the register first answers.</summary>
    private static VatIdStatus? VatIdStatusOf(UserState state) =>
        state.Profile!.VatId is null ? null : state.VatProof?.Status ?? VatIdStatus.Pending;
}
