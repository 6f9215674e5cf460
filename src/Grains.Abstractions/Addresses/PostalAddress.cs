using Elizon.Identity;

namespace Elizon.Addresses;

/// <summary>A name and an address to bill. Personal data: never logged.</summary>
/// <param name="VatId">Of the company; unproven. Null without a company.</param>
/// <param name="Country">ISO 3166 alpha-2, upper case.</param>
[GenerateSerializer, Immutable, Alias("PostalAddress")]
public sealed record PostalAddress(
    [property: Id(0)] string FirstName,
    [property: Id(1)] string LastName,
    [property: Id(2)] string? Company,
    [property: Id(3)] string? VatId,
    [property: Id(4)] string Street,
    [property: Id(5)] string Zip,
    [property: Id(6)] string City,
    [property: Id(7)] string Country
)
{
    /// <summary>
    /// The person billed at this address. A private person stays one; a VAT id counts in its own country only, so
    /// another country's is never carried over from the profile.
    /// </summary>
    public BillingProfile Bill(BillingProfile person) =>
        person with
        {
            FirstName = FirstName,
            LastName = LastName,
            Company = Company,
            VatId = VatId ?? (Country == person.Country ? person.VatId : null),
            Street = Street,
            Zip = Zip,
            City = City,
            Country = Country,
        };

    public override string ToString() => nameof(PostalAddress);
}

/// <summary>An address in the book.</summary>
/// <param name="IsDefault">The one that is proposed first; a book that is not empty has exactly one.</param>
[GenerateSerializer, Immutable, Alias("AddressView")]
public sealed record AddressView(
    [property: Id(0)] AddressId Id,
    [property: Id(1)] string FirstName,
    [property: Id(2)] string LastName,
    [property: Id(3)] string? Company,
    [property: Id(4)] string? VatId,
    [property: Id(5)] string Street,
    [property: Id(6)] string Zip,
    [property: Id(7)] string City,
    [property: Id(8)] string Country,
    [property: Id(9)] bool IsDefault,
    [property: Id(10)] DateTimeOffset CreatedAt,
    [property: Id(11)] DateTimeOffset UpdatedAt
);
