using Elizon.Grains.Banking;

namespace Elizon.Rules.Tests.Banking;

public sealed class GiroCodeTests
{
    [Fact]
    public void The_payload_is_that_of_the_guideline() =>
        Assert.Equal(
            "BCD\n002\n1\nSCT\n\nElizon GmbH\nDE89370400440532013000\nEUR25.00\n\nRF89ELZ0001234",
            GiroCode.Payload(
                "Elizon GmbH",
                "DE89 3704 0044 0532 0130 00",
                null,
                new Money(2500),
                "RF89ELZ0001234"
            )
        );

    [Fact]
    public void Without_an_amount_the_payer_chooses() =>
        Assert.Equal(
            "BCD\n002\n1\nSCT\nCOBADEFFXXX\nElizon GmbH\nDE89370400440532013000\n\n\nRF89ELZ0001234",
            GiroCode.Payload(
                "Elizon GmbH",
                "DE89370400440532013000",
                "COBADEFFXXX",
                null,
                "RF89ELZ0001234"
            )
        );

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_000_000_000)]
    public void An_amount_that_no_transfer_has_is_refused(long cents) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            GiroCode.Payload(
                "E",
                "DE89370400440532013000",
                null,
                new Money(cents),
                "RF89ELZ0001234"
            )
        );
}
