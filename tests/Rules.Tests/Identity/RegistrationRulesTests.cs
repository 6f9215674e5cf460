using Elizon.Grains.Identity;
using Elizon.Identity;

namespace Elizon.Rules.Tests.Identity;

public sealed class RegistrationRulesTests
{
    [Fact]
    public void A_good_registration_is_cleaned()
    {
        var (email, profile) = RegistrationRules.Check(
            Samples.Registration with
            {
                Email = " Jo@Customer.Example ",
                Profile = Samples.Profile with
                {
                    FirstName = " Jörg ",
                    Country = "de",
                    Company = "  ",
                },
            }
        );
        Assert.Equal("Jo@customer.example", email.Text);
        Assert.Equal(Samples.Profile, profile);
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var refusal = Assert.Throws<Refusal>(() =>
            RegistrationRules.Check(
                new Registration(
                    "nope",
                    "123",
                    new Profile(
                        "",
                        "x\u0007",
                        AccountType.Business,
                        null,
                        null,
                        "",
                        "1",
                        "",
                        "XX",
                        "abc",
                        "fr"
                    ),
                    AcceptTerms: false
                )
            )
        );
        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
        Assert.Equal(
            [
                "acceptTerms",
                "city",
                "company",
                "country",
                "email",
                "firstName",
                "lastName",
                "locale",
                "password",
                "phone",
                "street",
                "zip",
            ],
            refusal.ValidationErrors.Select(e => e.Split('\'')[1]).Order()
        );
    }

    [Theory]
    [InlineData("DE", "10115", true)]
    [InlineData("DE", "1011", false)]
    [InlineData("DE", "1011A", false)]
    [InlineData("AT", "1010", true)]
    [InlineData("CH", "8001", true)]
    [InlineData("CH", "80011", false)]
    [InlineData("GB", "SW1A 1AA", true)]
    [InlineData("US", "90210", true)]
    [InlineData("US", "90210-1234", true)]
    [InlineData("US", "9021", false)]
    [InlineData("NL", "1012 ab", true)]
    [InlineData("IE", "D02 AF30", true)]
    [InlineData("HK", "", true)]
    [InlineData("PL", "", false)]
    public void A_postal_code_fits_its_country(string country, string zip, bool fits) =>
        Assert.Equal(
            fits,
            !ProfileRules
                .Faults(ProfileRules.Clean(Samples.Profile with { Country = country, Zip = zip }))
                .Any()
        );

    [Theory]
    [InlineData("DE", "de 123 456 789", true)]
    [InlineData("DE", "DE12345678", false)]
    [InlineData("AT", "ATU12345678", true)]
    [InlineData("GR", "EL123456789", true)]
    [InlineData("GR", "GR123456789", false)]
    [InlineData("NL", "NL123456789B01", true)]
    [InlineData("DE", "ATU12345678", false)]
    [InlineData("CH", "CHE123456789", false)]
    [InlineData("DE", "", true)]
    public void A_VAT_id_fits_its_country(string country, string vatId, bool fits) =>
        Assert.Equal(
            fits,
            !ProfileRules
                .Faults(
                    ProfileRules.Clean(
                        Samples.Profile with
                        {
                            AccountType = AccountType.Business,
                            Company = "Müller GmbH",
                            Country = country,
                            Zip =
                                country == "NL" ? "1012 AB"
                                : country is "AT" or "CH" ? "1010"
                                : "10115",
                            VatId = vatId,
                        }
                    )
                )
                .Any()
        );

    [Theory]
    [InlineData("https://img.example/a.png", true)]
    [InlineData("http://img.example/a.png", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://user@img.example/a.png", false)]
    public void An_avatar_is_an_https_address(string url, bool fits) =>
        Assert.Equal(fits, !ProfileRules.Faults(Samples.Profile with { AvatarUrl = url }).Any());

    [Fact]
    public void Staff_need_no_postal_address()
    {
        var none = new Profile(
            "Ada",
            "Staff",
            AccountType.Private,
            null,
            null,
            "",
            "",
            "",
            "",
            null,
            "de"
        );
        Assert.Equal(
            "ada@house.example",
            RegistrationRules
                .CheckStaff(
                    Samples.Registration with
                    {
                        Email = "ada@house.example",
                        Profile = none,
                    }
                )
                .Email.Text
        );
    }
}
