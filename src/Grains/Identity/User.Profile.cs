using Elizon.Grains.Audit;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Identity;

internal static partial class User
{
    public static Change<UserState> ChangeProfile(
        UserId id,
        UserState state,
        ProfileChange change,
        Caller by
    )
    {
        var profile = ProfileRules.Clean(Merge(state.Profile!, change));
        string[] faults = [.. ProfileRules.Faults(profile)];
        if (faults.Length > 0)
            throw CommonRefusals.Invalid(faults);
        var next = state with { Profile = profile };
        return BearVatId(id, new Change<UserState>(next), state.Profile!.VatId)
            .Record(PersonRow.Of(id, next))
            .Record(AuditRow.Of(by, "account.profileChanged", id, id));
    }

    /// <summary>Gives and takes staff rights: sessions and keys learn it at once.</summary>
    public static Change<UserState> SetRoles(UserId id, UserState state, StaffRole roles, Caller by)
    {
        if (by.User == id)
            throw IdentityRefusals.OwnRoles();
        if ((roles & ~StaffRole.Admin) != StaffRole.None)
            throw CommonRefusals.Invalid("'roles' holds an unknown role.");
        if (state.VerifiedAt is null)
            throw IdentityRefusals.Unverified();
        var next = state with { Roles = roles, Epoch = state.Epoch + 1 };
        return TellCredentials(new Change<UserState>(next), next)
            .Record(PersonRow.Of(id, next))
            .Record(
                AuditRow.Of(
                    by,
                    "staff.roles",
                    id,
                    id,
                    new() { ["from"] = state.Roles.ToString(), ["to"] = roles.ToString() }
                )
            );
    }

    private static Profile Merge(Profile profile, ProfileChange change) =>
        profile with
        {
            FirstName = change.FirstName ?? profile.FirstName,
            LastName = change.LastName ?? profile.LastName,
            Company = change.Company ?? profile.Company,
            VatId = change.VatId ?? profile.VatId,
            Street = change.Street ?? profile.Street,
            Zip = change.Zip ?? profile.Zip,
            City = change.City ?? profile.City,
            Country = change.Country ?? profile.Country,
            Phone = change.Phone ?? profile.Phone,
            Locale = change.Locale ?? profile.Locale,
            DisplayName = change.DisplayName ?? profile.DisplayName,
            AvatarUrl = change.AvatarUrl ?? profile.AvatarUrl,
        };
}
