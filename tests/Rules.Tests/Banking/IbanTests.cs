using Elizon.Grains.Banking;

namespace Elizon.Rules.Tests.Banking;

public sealed class IbanTests
{
    [Theory]
    [InlineData("DE89370400440532013000")]
    [InlineData("de89 3704 0044 0532 0130 00")]
    [InlineData("GB82 WEST 1234 5698 7654 32")]
    [InlineData("NO93 8601 1117 947")]
    [InlineData("MT84MALT011000012345MTLCAST001S")]
    public void An_account_number_of_its_country_is_taken(string text) =>
        Assert.True(Iban.TryParse(text, out _));

    [Theory]
    [InlineData("DE88370400440532013000")] // check digits
    [InlineData("DE8937040044053201300")] // too short
    [InlineData("DE89370400440532013000X")]
    [InlineData("GB82123412345698765432")] // letters where the bank's code is due
    [InlineData("XX89370400440532013000")]
    [InlineData("DE89-3704-0044-0532-0130-00")]
    [InlineData("DE")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_not(string? text) => Assert.False(Iban.TryParse(text, out _));

    [Fact]
    public void Only_the_ends_are_shown()
    {
        Assert.True(Iban.TryParse("DE89370400440532013000", out var iban));
        Assert.Equal("DE89…3000", $"{iban}");
    }
}
