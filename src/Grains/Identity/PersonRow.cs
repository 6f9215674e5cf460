using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>A person as lists and logins find them.</summary>
[Table("person", WriteMode.Upsert)]
internal sealed record PersonRow(
    [property: Key] UserId Id,
    string Email,
    string EmailKey,
    string FirstName,
    string LastName,
    string LastNameKey,
    string? Company,
    string? CompanyKey,
    AccountType AccountType,
    string Country,
    bool Verified,
    StaffRole Roles,
    DateTimeOffset CreatedAt
) : Row
{
    public static PersonRow Of(UserId id, UserState state) =>
        new(
            id,
            state.Email,
            EmailAddress.KeyOf(state.Email),
            state.Profile!.FirstName,
            state.Profile.LastName,
            KeyOf(state.Profile.LastName),
            state.Profile.Company,
            state.Profile.Company is { } company ? KeyOf(company) : null,
            state.Profile.AccountType,
            state.Profile.Country,
            state.VerifiedAt is not null,
            state.Roles,
            state.RegisteredAt
        );

    /// <summary>What a search compares.</summary>
    public static string KeyOf(string text) => text.Trim().ToLowerInvariant();
}

/// <summary>The claim on an address: unique, so that of two registrations one wins.</summary>
[Table("user_email")]
internal sealed record UserEmailRow(
    [property: Key] string EmailKey,
    UserId UserId,
    DateTimeOffset ClaimedAt
) : Row
{
    /// <summary>The name of the unique key that a second claim breaks.</summary>
    public const string Unique = "user_email_pkey";
}
