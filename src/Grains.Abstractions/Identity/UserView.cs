using System.Text.Json.Serialization;
using Elizon.Taxes;

namespace Elizon.Identity;

/// <summary>A person as they see themselves. Personal data: never logged.</summary>
/// <param name="DisplayName">What others see; first and last name unless chosen.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Locale">"de" or "en".</param>
/// <param name="Roles">Staff rights; empty for customers.</param>
/// <param name="Balance">Euros on account; only where the route shows it.</param>
/// <param name="VatIdStatus">What the register said about the VAT id; absent without one. Only a valid one shifts the tax.</param>
/// <param name="VatIdCheckedAt">When it said so.</param>
[GenerateSerializer, Immutable, Alias("UserView")]
public sealed record UserView(
    [property: Id(0)] UserId Id,
    [property: Id(1)] string Email,
    [property: Id(2)] string FirstName,
    [property: Id(3)] string LastName,
    [property: Id(4)] string DisplayName,
    [property: Id(5)] AccountType AccountType,
    [property: Id(6)] string? Company,
    [property: Id(7)] string? VatId,
    [property: Id(8)] string Street,
    [property: Id(9)] string Zip,
    [property: Id(10)] string City,
    [property: Id(11)] string Country,
    [property: Id(12)] string? Phone,
    [property: Id(13)] string? AvatarUrl,
    [property: Id(14)] string Locale,
    [property: Id(15)] bool Verified,
    [property: Id(16)] StaffRole Roles,
    [property: Id(17)] DateTimeOffset CreatedAt,
    [property: Id(18), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        Money? Balance = null,
    [property: Id(19), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        VatIdStatus? VatIdStatus = null,
    [property: Id(20), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        DateTimeOffset? VatIdCheckedAt = null
)
{
    public override string ToString() => $"user/{Id}";
}
