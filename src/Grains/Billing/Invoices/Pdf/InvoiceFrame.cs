using Elizon.Billing;
using Elizon.Grains.Countries;
using Elizon.Grains.Documents.Layout;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>What stands around the lines: logo, address, facts on the first page; number on the others; the seller at the foot.</summary>
internal sealed class InvoiceFrame(
    InvoiceDocument document,
    InvoiceLabels labels,
    InvoiceFormats formats
)
{
    private const float FactsWidth = 176;
    private static readonly float Left = PageFrame.Millimetres(25);
    private static readonly float Right = PageFrame.Millimetres(18);
    private static readonly float FootTop = PageFrame.PageHeight - PageFrame.Millimetres(33);
    private static readonly float Width = PageFrame.PageWidth - Left - Right;

    private InvoiceContent Content => document.Content;

    public PageFrame Frame() =>
        new(
            Left,
            Right,
            PageFrame.Millimetres(98),
            PageFrame.Millimetres(34),
            FootTop - 14,
            [
                new PlacedBlock(Logo(), Left, PageFrame.Millimetres(16), Width),
                // The window of a DIN 5008 envelope starts 45 mm below the upper edge.
                new PlacedBlock(
                    Sender(),
                    Left,
                    PageFrame.Millimetres(46),
                    PageFrame.Millimetres(85)
                ),
                new PlacedBlock(
                    Recipient(),
                    Left,
                    PageFrame.Millimetres(52),
                    PageFrame.Millimetres(85)
                ),
                new PlacedBlock(
                    Facts(),
                    PageFrame.PageWidth - Right - FactsWidth,
                    PageFrame.Millimetres(52),
                    FactsWidth
                ),
            ],
            (_, _) =>
                [
                    new PlacedBlock(Logo(), Left, PageFrame.Millimetres(16), Width),
                    new PlacedBlock(
                        new TextBlock(
                            $"{labels.Title(Content.Kind)} {document.Number}",
                            InvoiceStyles.BodyBold
                        ),
                        Left,
                        PageFrame.Millimetres(19),
                        Width / 2
                    ),
                ],
            (page, pages) => [new PlacedBlock(Foot(page, pages), Left, FootTop, Width)]
        );

    private static InvoiceLogo Logo() => new("elizon");

    private TextBlock Sender()
    {
        var s = Content.Seller;
        return new TextBlock($"{s.Name} · {s.Street} · {s.Zip} {s.City}", InvoiceStyles.Tiny);
    }

    private Column Recipient()
    {
        var b = Content.Buyer;
        string?[] lines =
        [
            b.Name,
            b.Contact,
            b.Street,
            $"{b.Zip} {b.City}",
            b.Country == Content.Seller.Country ? null : CountryName(b.Country),
        ];
        return new Column([
            .. lines.OfType<string>().Select(l => new TextBlock(l, InvoiceStyles.Body)),
        ]);
    }

    private Column Facts() =>
        new([
            Fact(labels.Number, document.Number),
            Fact(labels.Date, formats.Day(Content.IssuedOn)),
            Fact(labels.Customer, Content.CustomerNumber),
            .. Content.Order.Value is { Length: > 0 } order
                ? [Fact(labels.Order, order)]
                : Array.Empty<Row>(),
            .. Content.Buyer.Reference is { } reference
                ? [Fact(labels.Reference, reference)]
                : Array.Empty<Row>(),
            .. Content.Buyer.VatId is { } vatId ? [Fact(labels.VatId, vatId)] : Array.Empty<Row>(),
        ]);

    private static Row Fact(string label, string value) =>
        new(
            6,
            (74, new TextBlock(label, InvoiceStyles.Small)),
            (0, new TextBlock(value, InvoiceStyles.SmallBold))
        );

    private Column Foot(int page, int pages)
    {
        var s = Content.Seller;
        return new Column(
            new TextBlock(
                InvoiceLabels.Fill(labels.PageOf, page, pages),
                InvoiceStyles.Small,
                Align.Right
            ),
            new Gap(3),
            new Rule(InvoiceStyles.Line),
            new Gap(5),
            new Row(
                10,
                (0, Lines(s.Name, s.Street, $"{s.Zip} {s.City}")),
                (104, Lines($"{labels.Phone} {s.Phone}", s.Email, s.Website)),
                (
                    138,
                    Lines(
                        s.Register,
                        s.Management,
                        $"{labels.TaxNumber} {s.TaxNumber}",
                        $"{labels.VatId} {s.VatId}"
                    )
                ),
                (116, Lines(s.BankName, $"IBAN {InvoiceFormats.Iban(s.Iban)}", $"BIC {s.Bic}"))
            )
        );
    }

    /// <summary>As the post wants it on letters abroad: the country's name in capitals.</summary>
    private string CountryName(string code) =>
        CountryTable.Find(code) is { } country
            ? (
                Content.Language == InvoiceWords.German ? country.NameDe : country.NameEn
            ).ToUpperInvariant()
            : code;

    private static Column Lines(params string[] lines) =>
        new([.. lines.Select(l => new TextBlock(l, InvoiceStyles.Tiny))]);
}
