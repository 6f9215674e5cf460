using Elizon.Grains.Identity;

namespace Elizon.Rules.Tests.Identity;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData(
        "Jo.Doe+tag@Customer.Example",
        "Jo.Doe+tag@customer.example",
        "jo.doe+tag@customer.example"
    )]
    [InlineData("  a@b.de ", "a@b.de", "a@b.de")]
    [InlineData("post@müller.example", "post@xn--mller-kva.example", "post@xn--mller-kva.example")]
    public void An_address_is_kept_as_typed_and_compared_without_case(
        string typed,
        string text,
        string key
    )
    {
        Assert.True(EmailAddress.TryParse(typed, out var address));
        Assert.Equal((text, key), (address.Text, address.Key));
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("@b.de")]
    [InlineData("a@")]
    [InlineData("a@b")]
    [InlineData("a b@c.de")]
    [InlineData("a..b@c.de")]
    [InlineData(".a@c.de")]
    [InlineData("a@b..de")]
    [InlineData("a@b.de.")]
    [InlineData("a@-b.de")]
    [InlineData("\"a b\"@c.de")]
    [InlineData("Name <a@b.de>")]
    [InlineData("a@b.de\r\nBcc: c@d.de")]
    [InlineData("jörg@b.de")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@b_c.de")]
    public void What_is_no_plain_address_is_refused(string typed) =>
        Assert.False(EmailAddress.TryParse(typed, out _));

    [Fact]
    public void An_address_has_at_most_64_characters_before_the_at_and_254_in_all()
    {
        Assert.True(EmailAddress.TryParse(new string('a', 64) + "@b.de", out _));
        Assert.False(EmailAddress.TryParse(new string('a', 65) + "@b.de", out _));
        Assert.False(
            EmailAddress.TryParse(
                "a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)),
                out _
            )
        );
    }
}
