using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Documents;
using Elizon.Identity;
using UglyToad.PdfPig;

namespace Elizon.Rules.Tests.Billing;

public sealed class InvoicePdfTests
{
    private static readonly ZugferdPdf Pdf = new(new InvoicePdf(), new PdfAttacher());

    [Theory]
    [InlineData("de", "Rechnung RE-2026-000007", "Nettobetrag", "Seite 1 von 1", "9,99 €")]
    [InlineData("en", "Invoice RE-2026-000007", "Net amount", "Page 1 of 1", "€9.99")]
    public void A_short_invoice_is_one_page_in_the_buyers_language(
        string locale,
        params string[] texts
    )
    {
        using var pdf = Open(Render(Content([Samples.Offer(name: "Größe")], locale)));
        var text = Text(pdf, 1);
        Assert.Equal(1, pdf.NumberOfPages);
        Assert.All(texts, t => Assert.Contains(t, text, StringComparison.Ordinal));
        Assert.Contains("Jörg Müller-Łuk", text, StringComparison.Ordinal);
        Assert.Contains("Größe · Frankfurt", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_of_a_long_invoice_repeats_the_head_and_says_how_many_there_are()
    {
        Offer[] offers =
        [
            .. Enumerable.Range(1, 40).Select(i => Samples.Offer(999 + i, name: $"server {i}")),
        ];
        using var pdf = Open(Render(Content(offers, "de")));
        var pages = Enumerable.Range(1, pdf.NumberOfPages).Select(p => Text(pdf, p)).ToArray();
        Assert.True(pages.Length is > 1 and < 6, $"{pages.Length} pages");
        for (var i = 0; i < pages.Length; i++)
            Assert.Contains(
                $"Seite {i + 1} von {pages.Length}",
                pages[i],
                StringComparison.Ordinal
            );
        Assert.All(pages[..^1], p => Assert.Contains("Einzelpreis", p, StringComparison.Ordinal));
        Assert.All(
            Enumerable.Range(1, 40),
            i =>
                Assert.Single(
                    pages,
                    p => p.Contains($"server {i} · Frankfurt", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Section_14_is_fulfilled()
    {
        var content = Content([Samples.Offer(quantity: 2)], "de");
        using var pdf = Open(Render(content));
        var text = Text(pdf, 1);
        string[] needed =
        [
            content.Seller.Name,
            content.Seller.TaxNumber,
            content.Seller.VatId,
            "Hauptstraße 1",
            "10115 Berlin",
            "25.11.2026",
            "RE-2026-000007",
            "Minecraft 2 GB",
            "Leistungszeitraum 25.11.2026 bis 24.12.2026",
            "16,79 €",
            "Umsatzsteuer 19 % auf 16,79 €",
            "3,19 €",
            "19,98 €",
        ];
        Assert.All(needed, n => Assert.Contains(n, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AccountType.Private, "§ 3a Abs. 5 UStG")]
    [InlineData(AccountType.Business, "§ 3a Abs. 2 UStG")]
    public void Without_tax_the_invoice_says_why_and_names_the_country(
        AccountType type,
        string reason
    )
    {
        var content = Content([Samples.Offer(1190)], Samples.Buyer("CH", type));
        using var pdf = Open(Render(content));
        var text = Text(pdf, 1);
        Assert.Contains(reason, text, StringComparison.Ordinal);
        Assert.Contains("SCHWEIZ", text, StringComparison.Ordinal);
        Assert.Contains("10,00 €", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "Proforma-Rechnung", "keine Rechnung im Sinne", "Stand")]
    [InlineData("en", "Proforma invoice", "not an invoice within", "As of")]
    public void A_proforma_has_no_number_and_says_that_it_is_no_invoice(
        string locale,
        params string[] texts
    )
    {
        var content = Content([Samples.Offer()], locale) with { PaidBy = null };
        using var bytes = new MemoryStream();
        new ProformaPdf(new InvoicePdf()).Render(new ProformaDocument(content, Samples.Now), bytes);
        using var pdf = Open(bytes.ToArray());
        var text = Text(pdf, 1);
        Assert.All(texts, t => Assert.Contains(t, text, StringComparison.Ordinal));
        Assert.DoesNotContain("RE-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RF", text, StringComparison.Ordinal);
        Assert.DoesNotContain(InvoiceLabels.In(locale).Date, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_names_what_it_corrects_and_prints_negative_amounts()
    {
        var content = Content([Samples.Offer(name: "alpha")], "de");
        var original = new IssuedDocument(
            InvoiceId.Of("inv1"),
            "RE-2026-000007",
            Samples.Now,
            content
        );
        var unit = new SoldUnit(
            original.Id,
            content.Order!.Value,
            0,
            "alpha",
            content.Sum,
            null,
            Samples.Now
        );
        var correction = CorrectionContent.Of(
            original,
            unit,
            unit.Paid,
            new DateOnly(2026, 11, 26)
        );
        using var pdf = Open(Render(correction, "RK-2026-000001"));
        var text = Text(pdf, 1);
        Assert.Contains("Rechnungskorrektur RK-2026-000001", text, StringComparison.Ordinal);
        Assert.Contains("Rechnung RE-2026-000007 vom 25.11.2026", text, StringComparison.Ordinal);
        Assert.Contains("−9,99 €", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gutschrift", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_faces_have_every_glyph_that_documents_use()
    {
        var european =
            "ÄÖÜäöüßẞÀÉÎõñçŁłŻżČšřťůŐűĂȘțĞİıÞðØæŒœŸ Ελληνικά Ώ Кириллица Їєґ €£$§–—„“”‚‘’…·−° №™";
        var ours = string.Concat(new[] { "de", "en" }.Select(l => InvoiceLabels.In(l).ToString()));
        Assert.Equal("", FontBook.Missing(european + ours));
        Assert.Equal("中", FontBook.Missing("中中"));
    }

    [Fact]
    public void The_file_is_a_pdf_of_archival_kind_and_modest_size()
    {
        var bytes = Render(Content([Samples.Offer()], "de"));
        Assert.Equal("%PDF-", System.Text.Encoding.ASCII.GetString(bytes, 0, 5));
        Assert.Contains(
            "pdfaid:part>3<",
            System.Text.Encoding.Latin1.GetString(bytes),
            StringComparison.Ordinal
        );
        Assert.InRange(bytes.Length, 20_000, 250_000);
    }

    [Fact]
    public void A_very_long_name_without_blanks_stays_inside_its_column()
    {
        var name = new string('W', 60);
        using var pdf = Open(Render(Content([Samples.Offer(name: name)], "de")));
        var page = pdf.GetPage(1);
        var widest = page.Letters.Where(l => l.Value == "W").Max(l => l.BoundingBox.Right);
        Assert.InRange(widest, 100, 330);
    }

    private static InvoiceContent Content(Offer[] offers, string locale) =>
        Content(offers, Samples.Buyer(locale: locale));

    private static InvoiceContent Content(Offer[] offers, BillingProfile buyer)
    {
        var order = Ordering.Prepare(
            "pdf",
            Samples.Account,
            Samples.Request(PaymentMethod.Guthaben, offers) with
            {
                Buyer = buyer,
            },
            Samples.By(),
            Samples.House,
            Samples.Now
        );
        var day = Samples.House.DayOf(Samples.Now);
        var tax = Taxation.Decide(order.Buyer, day, Samples.House.Terms);
        return OrderContent.Of(
            order,
            Prices.Split(order.Lines, tax),
            PaymentMethod.Guthaben,
            day,
            Samples.House
        );
    }

    private static byte[] Render(InvoiceContent content, string number = "RE-2026-000007")
    {
        using var bytes = new MemoryStream();
        Pdf.Render(new InvoiceDocument(number, Samples.Now, content), bytes);
        if (Environment.GetEnvironmentVariable("ELIZON_TEST_PDFS") is { Length: > 0 } folder)
            File.WriteAllBytes(
                Path.Combine(folder, $"{number}-{content.Language}-{content.Lines.Length}.pdf"),
                bytes.ToArray()
            );
        return bytes.ToArray();
    }

    private static PdfDocument Open(byte[] bytes) => PdfDocument.Open(bytes);

    private static string Text(PdfDocument pdf, int page) =>
        string.Join(
            "\n",
            pdf.GetPage(page)
                .Letters.GroupBy(l => Math.Round(l.StartBaseLine.Y, 1))
                .Select(line =>
                    string.Concat(line.OrderBy(l => l.StartBaseLine.X).Select(l => l.Value))
                )
        );
}
