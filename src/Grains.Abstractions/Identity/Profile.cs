namespace Elizon.Identity;

/// <summary>What a person tells about themselves, as typed; the user's rules check and clean it. Never logged.</summary>
/// <param name="Company">Needed for <see cref="AccountType.Business"/>.</param>
/// <param name="VatId">Optional, of a member state of the European Union; unproven.</param>
/// <param name="Locale">"de" or "en".</param>
[GenerateSerializer, Immutable, Alias("Profile")]
public sealed record Profile(
    [property: Id(0)] string FirstName,
    [property: Id(1)] string LastName,
    [property: Id(2)] AccountType AccountType,
    [property: Id(3)] string? Company,
    [property: Id(4)] string? VatId,
    [property: Id(5)] string Street,
    [property: Id(6)] string Zip,
    [property: Id(7)] string City,
    [property: Id(8)] string Country,
    [property: Id(9)] string? Phone,
    [property: Id(10)] string Locale,
    [property: Id(11)] string? DisplayName = null,
    [property: Id(12)] string? AvatarUrl = null
)
{
    public override string ToString() => nameof(Profile);
}

/// <summary>Changes to a profile: null leaves a member as it is, an empty text clears an optional one.</summary>
[GenerateSerializer, Immutable, Alias("ProfileChange")]
public sealed record ProfileChange(
    [property: Id(0)] string? FirstName = null,
    [property: Id(1)] string? LastName = null,
    [property: Id(2)] string? Company = null,
    [property: Id(3)] string? VatId = null,
    [property: Id(4)] string? Street = null,
    [property: Id(5)] string? Zip = null,
    [property: Id(6)] string? City = null,
    [property: Id(7)] string? Country = null,
    [property: Id(8)] string? Phone = null,
    [property: Id(9)] string? Locale = null,
    [property: Id(10)] string? DisplayName = null,
    [property: Id(11)] string? AvatarUrl = null
)
{
    public override string ToString() => nameof(ProfileChange);
}
