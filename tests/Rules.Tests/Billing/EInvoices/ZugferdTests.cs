using System.Diagnostics;
using System.Text;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Invoices.Xml;
using Elizon.Grains.Documents;
using UglyToad.PdfPig;

namespace Elizon.Rules.Tests.Billing.EInvoices;

public sealed class ZugferdTests
{
    private static readonly ZugferdPdf Zugferd = new(new InvoicePdf(), new PdfAttacher());

    [Theory]
    [InlineData("S")]
    [InlineData("AE")]
    public void The_e_invoice_travels_inside_the_pdf_byte_for_byte(string category)
    {
        var document = SampleDocuments.Document(SampleDocuments.Invoice(category));
        using var pdf = PdfDocument.Open(Render(document));
        Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out var files));
        var file = Assert.Single(files);
        Assert.Equal("factur-x.xml", file.Name);
        Assert.Equal(EInvoice.Write(document, EInvoiceProfile.En16931), file.Memory.ToArray());
        Assert.Contains(document.Number, pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_metadata_say_what_is_inside()
    {
        var text = Encoding.Latin1.GetString(
            Render(SampleDocuments.Document(SampleDocuments.Invoice("S")))
        );
        string[] needed =
        [
            "<pdfaid:part>3<",
            "<fx:ConformanceLevel>EN 16931<",
            "<fx:DocumentFileName>factur-x.xml<",
            "<pdfaSchema:prefix>fx<",
            "/AFRelationship /Alternative",
            "/Subtype /text#2Fxml",
            "/AF [",
        ];
        Assert.All(needed, n => Assert.Contains(n, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<0A1B>")]
    [InlineData("(a\\)\\\\]> \\201b)")]
    public void The_id_of_the_file_may_be_written_in_both_ways(string id)
    {
        using var plain = new MemoryStream();
        var document = SampleDocuments.Document(SampleDocuments.Invoice("S"));
        new InvoicePdf().Render(document, plain);
        var text = Encoding.Latin1.GetString(plain.ToArray());
        var from = text.LastIndexOf("/ID [", StringComparison.Ordinal);
        var to = text.LastIndexOf(">>\nstartxref", StringComparison.Ordinal);
        var file = Encoding.Latin1.GetBytes($"{text[..from]}/ID [{id} {id}]{text[to..]}");
        using var pdf = PdfDocument.Open(new PdfAttacher().Attach(file, FacturX.Of(document)));
        Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out _));
    }

    [Theory]
    [InlineData("qpdf", "--check", "No syntax or stream encoding errors found")]
    [InlineData("pdfdetach", "-list", "factur-x.xml")]
    public void Other_programs_read_the_file(string program, string option, string says)
    {
        var file = Path.Join(Path.GetTempPath(), $"elizon-{program}-{Environment.ProcessId}.pdf");
        File.WriteAllBytes(file, Render(SampleDocuments.Document(SampleDocuments.Invoice("S"))));
        try
        {
            using var run = Process.Start(
                new ProcessStartInfo(program, [option, file])
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            var output = run.StandardOutput.ReadToEnd();
            run.WaitForExit();
            Assert.Equal(
                (0, true),
                (run.ExitCode, output.Contains(says, StringComparison.Ordinal))
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("de", "Verwendungszweck", "Bitte überweisen")]
    [InlineData("en", "Remittance text", "Please transfer")]
    public void An_open_invoice_shows_where_to_transfer_it(string language, params string[] texts)
    {
        var open = SampleDocuments.Invoice("S", language) with { PaidBy = null };
        using var pdf = PdfDocument.Open(Render(SampleDocuments.Document(open)));
        var text = string.Concat(pdf.GetPage(1).Letters.Select(l => l.Value));
        Assert.All(texts, t => Assert.Contains(t, text, StringComparison.Ordinal));
        Assert.Contains("DE89 3704 0044 0532 0130 00", text, StringComparison.Ordinal);
    }

    private static byte[] Render(InvoiceDocument document)
    {
        using var bytes = new MemoryStream();
        Zugferd.Render(document, bytes);
        if (Environment.GetEnvironmentVariable("ELIZON_TEST_PDFS") is { Length: > 0 } folder)
            File.WriteAllBytes(
                Path.Join(
                    folder,
                    $"zugferd-{document.Content.Tax.Category}-{document.Content.Language}-{document.Content.PaidBy?.ToString() ?? "open"}.pdf"
                ),
                bytes.ToArray()
            );
        return bytes.ToArray();
    }
}
