using Elizon.Grains.Identity;

namespace Elizon.Rules.Tests.Identity;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("Correct-Horse-7-abcdefghij")]
    [InlineData("kombi wagen teich öl 9")]
    [InlineData("t4$Lq!9vXz2#")]
    public void A_good_password_has_no_fault(string password) =>
        Assert.Empty(PasswordRules.Faults(password, "jo@customer.example", "Jörg", "Müller"));

    [Theory]
    [InlineData("123")]
    [InlineData("short-1!")]
    public void A_short_one_is_told_how_long_it_must_be(string password) =>
        Assert.Equal(["'password' has at least 10 characters."], PasswordRules.Faults(password));

    [Theory]
    [InlineData("password123")]
    [InlineData("Passw0rd2024")]
    [InlineData("qwertzuiop")]
    [InlineData("qwertyuiop12")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("1234567890")]
    [InlineData("elizon elizon")]
    [InlineData("Schwarzenegger")]
    public void A_guessable_one_is_refused(string password) =>
        Assert.Single(PasswordRules.Faults(password, "schwarzenegger@customer.example"));

    [Fact]
    public void An_endless_one_is_refused_before_it_costs_anything() =>
        Assert.Equal(
            ["'password' has at most 128 characters."],
            PasswordRules.Faults(new string('x', 100_000))
        );

    [Fact]
    public void The_same_password_from_another_keyboard_is_the_same() =>
        Assert.Equal(
            PasswordRules.Normal("Gr\u00fc\u00dfe"),
            PasswordRules.Normal("Gru\u0308\u00dfe")
        );
}
