using System.Text.Json.Serialization;
using Elizon.Taxes;

namespace Elizon.Identity;

/// <summary>Private person or business; decides tax and which data are asked for.</summary>
[GenerateSerializer, Alias("AccountType")]
public enum AccountType
{
    [JsonStringEnumMemberName("private")]
    Private,

    [JsonStringEnumMemberName("business")]
    Business,
}

/// <summary>What an invoice, a price and a mail need to know about a person. Personal data: never logged.</summary>
/// <param name="Country">ISO 3166 alpha-2, upper case.</param>
/// <param name="VatId">As given; null for private persons.</param>
/// <param name="Locale">"de" or "en".</param>
/// <param name="VatProof">The last answer about <paramref name="VatId"/>; null when it was never looked up.</param>
[GenerateSerializer, Immutable, Alias("BillingProfile")]
public sealed record BillingProfile(
    [property: Id(0)] UserId User,
    [property: Id(1)] string Email,
    [property: Id(2)] string FirstName,
    [property: Id(3)] string LastName,
    [property: Id(4)] string? Company,
    [property: Id(5)] AccountType AccountType,
    [property: Id(6)] string Street,
    [property: Id(7)] string Zip,
    [property: Id(8)] string City,
    [property: Id(9)] string Country,
    [property: Id(10)] string? VatId,
    [property: Id(11)] string Locale,
    [property: Id(12)] bool Verified,
    [property: Id(13)] VatIdProof? VatProof = null
);

/// <summary>
/// A person: profile, password, sessions, keys. Never awaits the account, a service or a payment: those await the
/// person, upward goes a message only (design, section 4).
/// </summary>
[Alias("IUserGrain")]
public partial interface IUserGrain : IGrainWithStringKey
{
    /// <summary>For prices, invoices and mails.</summary>
    /// <exception cref="Refusal">NotFound: no such person.</exception>
    [Alias("BillingProfile")]
    Task<BillingProfile> BillingProfile();
}
