using System.Xml.Linq;
using Elizon.Banking;
using Elizon.Grains.Banking.Payouts;
using Elizon.Rules.Tests.Billing;

namespace Elizon.Rules.Tests.Banking;

public sealed class PaymentOrderTests
{
    private static readonly XNamespace Pain = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    [Fact]
    public void Counts_sums_and_transfers_are_those_of_the_payouts()
    {
        var order = Order(
            StatementImportTests.Payout(PayoutStatus.Requested),
            StatementImportTests.Payout(PayoutStatus.Requested, "pay2") with
            {
                Amount = new Money(1),
            }
        );
        var file = XDocument.Parse(order.Write());
        Assert.Equal(["2", "2"], Texts(file, "NbOfTxs"));
        Assert.Equal(["40.01", "40.01"], Texts(file, "CtrlSum"));
        Assert.Equal(["40.00", "0.01"], Texts(file, "InstdAmt"));
        Assert.Equal(["pay1", "pay2"], Texts(file, "EndToEndId"));
        Assert.Equal(["2026-11-25"], Texts(file, "ReqdExctnDt"));
        Assert.Equal(
            ["Joerg Mueller + Soehne", "Joerg Mueller + Soehne"],
            file.Descendants(Pain + "Cdtr").Select(c => c.Value)
        );
    }

    [Fact]
    public void A_payout_twice_is_never_written() =>
        Assert.Throws<InvalidOperationException>(() =>
            Order(
                    StatementImportTests.Payout(PayoutStatus.Requested),
                    StatementImportTests.Payout(PayoutStatus.Requested)
                )
                .Write()
        );

    [Fact]
    public void A_wrong_account_number_is_never_written() =>
        Assert.Throws<InvalidOperationException>(() =>
            Order(
                    StatementImportTests.Payout(PayoutStatus.Requested) with
                    {
                        PayeeIban = "DE00000000000000000000",
                    }
                )
                .Write()
        );

    [Theory]
    [InlineData("Ä Ö Ü ä ö ü ß & é", "Ae Oe Ue ae oe ue ss + e")]
    [InlineData("Zażółć\tgęśl_ą", "Zazo.c gesl.a")]
    [InlineData("日本", "..")]
    public void Text_is_written_in_characters_every_bank_takes(string text, string plain) =>
        Assert.Equal(plain, SepaText.Of(text, 70));

    private static IEnumerable<string> Texts(XDocument file, string name) =>
        file.Descendants(Pain + name).Select(e => e.Value);

    private static PaymentOrder Order(params PayoutRow[] payouts) =>
        new(
            PayoutFileId.Of("file1"),
            "Elizon GmbH",
            CamtFile.House,
            "COBADEFFXXX",
            payouts,
            Samples.Now,
            new DateOnly(2026, 11, 25)
        );
}
