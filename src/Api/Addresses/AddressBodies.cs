using System.ComponentModel.DataAnnotations;
using Elizon.Addresses;
using Elizon.Api.OpenApi;

namespace Elizon.Api.Addresses;

/// <summary>A new address.</summary>
/// <param name="VatId">Of the company, of a member state of the European Union.</param>
/// <param name="Country">Two letters, such as DE.</param>
/// <param name="IsDefault">Makes it the default; the first one is it in any case.</param>
public sealed record AddressBody(
    [property: MaxLength(100), Sample("Anna")] string FirstName,
    [property: MaxLength(100)] string LastName,
    [property: MaxLength(200), Sample("Hauptstraße 1")] string Street,
    [property: MaxLength(16), Sample("10115")] string Zip,
    [property: MaxLength(100)] string City,
    [property: MaxLength(2), Sample("DE")] string Country,
    [property: MaxLength(200)] string? Company = null,
    [property: MaxLength(32)] string? VatId = null,
    bool? IsDefault = null
)
{
    internal PostalAddress Address =>
        new(FirstName, LastName, Company, VatId, Street, Zip, City, Country);

    public override string ToString() => nameof(AddressBody);
}

/// <summary>An address as it shall be from now on.</summary>
/// <param name="IsDefault">True makes it the default; to unmake it, make another one the default.</param>
public sealed record AddressChangeBody(
    AddressId Id,
    [property: MaxLength(100), Sample("Anna")] string FirstName,
    [property: MaxLength(100)] string LastName,
    [property: MaxLength(200), Sample("Hauptstraße 1")] string Street,
    [property: MaxLength(16), Sample("10115")] string Zip,
    [property: MaxLength(100)] string City,
    [property: MaxLength(2), Sample("DE")] string Country,
    [property: MaxLength(200)] string? Company = null,
    [property: MaxLength(32)] string? VatId = null,
    bool? IsDefault = null
)
{
    internal PostalAddress Address =>
        new(FirstName, LastName, Company, VatId, Street, Zip, City, Country);

    public override string ToString() => nameof(AddressChangeBody);
}
