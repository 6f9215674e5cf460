using System.Security.Cryptography;
using Elizon.Grains.Storage;
using Elizon.Subscriptions;
using Microsoft.AspNetCore.DataProtection;

namespace Elizon.Grains.Subscriptions;

/// <summary>
/// Quotes travel through the customer's hands: they are sealed with the house's key ring, so that every silo reads what
/// another one made and nobody else makes any.
/// </summary>
internal sealed class UpgradeQuotes(
    IDataProtectionProvider protection,
    RandomNumberGenerator chance
)
{
    /// <summary>How long a price holds.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _seal = protection.CreateProtector("elizon.quotes.v1");

    public string NewId() => Elizon.NewId.Random<OperationId>(chance).Value;

    public string Seal(UpgradeTerms terms) => _seal.Protect(Json.Write(terms));

    /// <exception cref="Refusal">Invalid: not sealed here, or for another service.</exception>
    public UpgradeTerms Open(string quote, ServiceId service)
    {
        try
        {
            var terms = Json.Read<UpgradeTerms>(_seal.Unprotect(quote));
            return terms.Service == service ? terms : throw UpgradeRefusals.QuoteInvalid();
        }
        catch (CryptographicException)
        {
            throw UpgradeRefusals.QuoteInvalid();
        }
    }
}
