using Elizon.Billing;
using Elizon.Grains.Countries;
using Elizon.Grains.Documents.Layout;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>
/// A letter of the house around what it says: logo, address for a window envelope, facts on the first page; title on the
/// others; the seller at the foot.
/// </summary>
/// <param name="Title">What it is, with its number.</param>
/// <param name="Recipient">Nobody where it is unknown.</param>
/// <param name="Facts">Beside the address.</param>
internal sealed record LetterFrame(
    string Language,
    string Title,
    SellerOptions Seller,
    InvoiceParty? Recipient,
    IReadOnlyList<(string Label, string Value)> Facts
)
{
    private static readonly float Left = PageFrame.Millimetres(25);
    private static readonly float Right = PageFrame.Millimetres(18);
    private static readonly float FootTop = PageFrame.PageHeight - PageFrame.Millimetres(33);
    private static readonly float Width = PageFrame.PageWidth - Left - Right;

    /// <summary>Points.</summary>
    public float FactsWidth { get; init; } = 176;

    private readonly InvoiceLabels _labels = InvoiceLabels.In(Language);

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
                    Addressee(),
                    Left,
                    PageFrame.Millimetres(52),
                    PageFrame.Millimetres(85)
                ),
                new PlacedBlock(
                    new Column([.. Facts.Select(f => Fact(f.Label, f.Value))]),
                    PageFrame.PageWidth - Right - FactsWidth,
                    PageFrame.Millimetres(52),
                    FactsWidth
                ),
            ],
            (_, _) =>
                [
                    new PlacedBlock(Logo(), Left, PageFrame.Millimetres(16), Width),
                    new PlacedBlock(
                        new TextBlock(Title, InvoiceStyles.BodyBold),
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
        var s = Seller;
        return new TextBlock($"{s.Name} · {s.Street} · {s.Zip} {s.City}", InvoiceStyles.Tiny);
    }

    private Column Addressee()
    {
        if (Recipient is not { } to)
            return new Column();
        string?[] lines =
        [
            to.Name,
            to.Contact,
            to.Street,
            $"{to.Zip} {to.City}",
            to.Country == Seller.Country ? null : CountryName(to.Country),
        ];
        return new Column([
            .. lines.OfType<string>().Select(l => new TextBlock(l, InvoiceStyles.Body)),
        ]);
    }

    private static Row Fact(string label, string value) =>
        new(
            6,
            (74, new TextBlock(label, InvoiceStyles.Small)),
            (0, new TextBlock(value, InvoiceStyles.SmallBold))
        );

    private Column Foot(int page, int pages)
    {
        var s = Seller;
        return new Column(
            new TextBlock(
                InvoiceLabels.Fill(_labels.PageOf, page, pages),
                InvoiceStyles.Small,
                Align.Right
            ),
            new Gap(3),
            new Rule(InvoiceStyles.Line),
            new Gap(5),
            new Row(
                10,
                (0, Lines(s.Name, s.Street, $"{s.Zip} {s.City}")),
                (104, Lines($"{_labels.Phone} {s.Phone}", s.Email, s.Website)),
                (
                    138,
                    Lines(
                        s.Register,
                        s.Management,
                        $"{_labels.TaxNumber} {s.TaxNumber}",
                        $"{_labels.VatId} {s.VatId}"
                    )
                ),
                (116, Lines(s.BankName, $"IBAN {InvoiceFormats.Iban(s.Iban)}", $"BIC {s.Bic}"))
            )
        );
    }

    /// <summary>As the post wants it on letters abroad: the country's name in capitals.</summary>
    private string CountryName(string code) =>
        CountryTable.Find(code) is { } country
            ? (Language == InvoiceWords.German ? country.NameDe : country.NameEn).ToUpperInvariant()
            : code;

    private static Column Lines(params string[] lines) =>
        new([.. lines.Select(l => new TextBlock(l, InvoiceStyles.Tiny))]);
}
