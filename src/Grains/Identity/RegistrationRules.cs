using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>A sign-up that is in order, cleaned.</summary>
internal readonly record struct CheckedRegistration(EmailAddress Email, Profile Profile);

/// <summary>Checks a sign-up as a whole and names every fault at once.</summary>
internal static class RegistrationRules
{
    /// <exception cref="Refusal">Invalid.</exception>
    public static CheckedRegistration Check(Registration registration)
    {
        var profile = ProfileRules.Clean(registration.Profile);
        return Check(
            registration,
            profile,
            [.. ProfileRules.Faults(profile), .. TermsFaults(registration)]
        );
    }

    private static IEnumerable<string> TermsFaults(Registration registration)
    {
        if (!registration.AcceptTerms)
            yield return "'acceptTerms' must be true.";
    }

    /// <summary>Staff give a name and no postal address: nobody sends them invoices.</summary>
    public static CheckedRegistration CheckStaff(Registration registration)
    {
        var profile = ProfileRules.Clean(registration.Profile);
        string[] names = ["'firstName'", "'lastName'", "'locale'"];
        return Check(
            registration,
            profile,
            [
                .. ProfileRules
                    .Faults(profile)
                    .Where(f => names.Any(n => f.StartsWith(n, StringComparison.Ordinal))),
            ]
        );
    }

    private static CheckedRegistration Check(
        Registration registration,
        Profile profile,
        string[] more
    )
    {
        var isAddress = EmailAddress.TryParse(registration.Email, out var email);
        string[] faults =
        [
            .. isAddress ? [] : new[] { "'email' is not an e-mail address." },
            .. PasswordRules.Faults(
                registration.Password,
                registration.Email,
                profile.FirstName,
                profile.LastName
            ),
            .. more,
        ];
        return faults.Length == 0
            ? new CheckedRegistration(email, profile)
            : throw CommonRefusals.Invalid(faults);
    }
}
