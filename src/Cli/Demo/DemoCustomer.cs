using System.Security.Cryptography;

namespace Elizon.Cli.Demo;

/// <summary>A made-up person.</summary>
internal sealed record DemoCustomer(string Email, string Password)
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static DemoCustomer Random() =>
        new(
            $"demo-{RandomNumberGenerator.GetString(Letters, 6)}@customer.example",
            $"Demo-{RandomNumberGenerator.GetString(Letters, 14)}"
        );

    public object Registration() =>
        new
        {
            email = Email,
            password = Password,
            firstName = "Ada",
            lastName = "Beispiel",
            accountType = "private",
            street = "Hauptstraße 1",
            zip = "10115",
            city = "Berlin",
            country = "DE",
            acceptTerms = true,
        };
}
