using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Receipts;
using Elizon.Grains.Documents;
using Elizon.Identity;
using UglyToad.PdfPig;

namespace Elizon.Rules.Tests.Billing;

public sealed class TopUpReceiptPdfTests
{
    [Theory]
    [InlineData(
        "de",
        "Quittung",
        "Eingegangen am25.11.2026",
        "Guthabenaufladung25.11.2026Überweisung1.234,56 €",
        "keine Rechnung im Sinne des § 14 UStG",
        "keine Umsatzsteuer enthalten",
        "Seite 1 von 1"
    )]
    [InlineData(
        "en",
        "Receipt",
        "Received on25 Nov 2026",
        "Balance top-up25 Nov 2026Bank transfer€1,234.56",
        "not an invoice within the meaning of § 14 UStG",
        "VAT arises with each supply",
        "Page 1 of 1"
    )]
    public void It_says_what_came_and_that_it_is_no_invoice(string locale, params string[] texts)
    {
        var text = Text(Content(Samples.Buyer(locale: locale)));
        Assert.All(texts, t => Assert.Contains(t, text, StringComparison.Ordinal));
        string[] parties = ["GB-7H2KQ9XA3MZP-0001", "Jörg Müller-Łuk", "10115 Berlin", "customer1"];
        Assert.All(parties, t => Assert.Contains(t, text, StringComparison.Ordinal));
        Assert.Contains(Samples.House.Terms.Seller.Name, text, StringComparison.Ordinal);
        // Whoever shows VAT owes it (§ 14c UStG).
        Assert.DoesNotContain("19 %", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gutschrift", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "SCHWEIZ")]
    [InlineData("en", "SWITZERLAND")]
    public void A_letter_abroad_names_the_country(string locale, string country) =>
        Assert.Contains(
            country,
            Text(Content(Samples.Buyer("CH", AccountType.Business, locale: locale))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_a_known_payer_it_names_the_account()
    {
        var text = Text(Content(null));
        Assert.Contains("customer1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jörg", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_faces_have_every_glyph_of_its_words() =>
        Assert.Equal(
            "",
            FontBook.Missing(
                string.Concat(new[] { "de", "en" }.Select(l => TopUpReceiptLabels.In(l).ToString()))
            )
        );

    private static TopUpReceiptContent Content(BillingProfile? payer) =>
        new(
            "GB-7H2KQ9XA3MZP-0001",
            payer?.Locale ?? "de",
            Samples.House.Terms.Seller,
            payer is null ? null : OrderContent.PartyOf(payer),
            Samples.Account.Value,
            "EUR",
            new Money(123_456),
            "banktransfer",
            Samples.Now,
            Samples.House.DayOf(Samples.Now)
        );

    private static string Text(TopUpReceiptContent content)
    {
        using var bytes = new MemoryStream();
        new TopUpReceiptPdf().Render(TopUpReceiptContent.Parse(content.ToText()), bytes);
        if (Environment.GetEnvironmentVariable("ELIZON_TEST_PDFS") is { Length: > 0 } folder)
            File.WriteAllBytes(
                Path.Combine(folder, $"receipt-{content.Language}-{content.Payer?.Country}.pdf"),
                bytes.ToArray()
            );
        using var pdf = PdfDocument.Open(bytes.ToArray());
        Assert.Equal(1, pdf.NumberOfPages);
        return string.Join(
            "\n",
            pdf.GetPage(1)
                .Letters.GroupBy(l => Math.Round(l.StartBaseLine.Y, 1))
                .Select(line =>
                    string.Concat(line.OrderBy(l => l.StartBaseLine.X).Select(l => l.Value))
                )
        );
    }
}
