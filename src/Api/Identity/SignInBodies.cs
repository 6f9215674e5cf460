using System.ComponentModel.DataAnnotations;
using Elizon.Api.OpenApi;
using Elizon.Identity;

namespace Elizon.Api.Identity;

/// <summary>A sign-up. Names, address and password are checked together; every fault is named.</summary>
/// <param name="AccountType">private or business.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="AcceptTerms">Must be true.</param>
public sealed record RegisterBody(
    [property: MaxLength(254), Sample("anna@example.com")] string Email,
    [property: MaxLength(256), Sample("Correct-Horse-7")] string Password,
    [property: MaxLength(80)] string FirstName,
    [property: MaxLength(80)] string LastName,
    AccountType AccountType,
    [property: MaxLength(120), Sample("Hauptstraße 1")] string Street,
    [property: MaxLength(20), Sample("10115")] string Zip,
    [property: MaxLength(80), Sample("Berlin")] string City,
    [property: MaxLength(2), Sample("DE")] string Country,
    bool AcceptTerms,
    [property: MaxLength(120)] string? Company = null,
    [property: MaxLength(20)] string? VatId = null,
    [property: MaxLength(30)] string? Phone = null,
    [property: MaxLength(2)] string? Locale = null
)
{
    internal Registration Registration =>
        new(
            Email,
            Password,
            new Profile(
                FirstName,
                LastName,
                AccountType,
                Company,
                VatId,
                Street,
                Zip,
                City,
                Country,
                Phone,
                Locale ?? "de"
            ),
            AcceptTerms
        );
}

/// <summary>The 6-digit code from the activation mail.</summary>
public sealed record CodeBody([property: MaxLength(16)] string Code);

public sealed record LoginBody(
    [property: MaxLength(254)] string Email,
    [property: MaxLength(256)] string Password
);

public sealed record ForgotPasswordBody([property: MaxLength(254)] string Email);

/// <param name="Token">From the mailed link.</param>
public sealed record ResetPasswordBody(
    [property: MaxLength(200)] string Token,
    [property: MaxLength(256)] string Password
);

public sealed record ChangePasswordBody(
    [property: MaxLength(256)] string CurrentPassword,
    [property: MaxLength(256)] string NewPassword
);

/// <summary>Changes to the own profile: what is left out stays, an empty text clears an optional member.</summary>
public sealed record ProfileBody(
    [property: MaxLength(80)] string? FirstName = null,
    [property: MaxLength(80)] string? LastName = null,
    [property: MaxLength(120)] string? Company = null,
    [property: MaxLength(20)] string? VatId = null,
    [property: MaxLength(120)] string? Street = null,
    [property: MaxLength(20)] string? Zip = null,
    [property: MaxLength(80)] string? City = null,
    [property: MaxLength(2)] string? Country = null,
    [property: MaxLength(30)] string? Phone = null,
    [property: MaxLength(2)] string? Locale = null,
    [property: MaxLength(60)] string? DisplayName = null,
    [property: MaxLength(400)] string? AvatarUrl = null
)
{
    internal ProfileChange Change =>
        new(
            FirstName,
            LastName,
            Company,
            VatId,
            Street,
            Zip,
            City,
            Country,
            Phone,
            Locale,
            DisplayName,
            AvatarUrl
        );
}

/// <summary>Which session to end; all others when no id is given.</summary>
public readonly record struct SessionQuery(SessionId? Id);

/// <summary>The first staff account; the token stands in a file in the data folder of the silo.</summary>
public sealed record InitBody(
    [property: MaxLength(200)] string Token,
    [property: MaxLength(254)] string Email,
    [property: MaxLength(256)] string Password,
    [property: MaxLength(80)] string FirstName = "Staff",
    [property: MaxLength(80)] string LastName = "Account"
)
{
    internal Registration Registration =>
        new(
            Email,
            Password,
            new Profile(
                FirstName,
                LastName,
                AccountType.Private,
                null,
                null,
                "-",
                "00000",
                "-",
                "DE",
                null,
                "en"
            ),
            true
        );
}
