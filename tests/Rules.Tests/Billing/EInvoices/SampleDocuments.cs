using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Pricing;
using Elizon.Identity;

namespace Elizon.Rules.Tests.Billing.EInvoices;

/// <summary>Documents as the rules of billing freeze them: every tax category, kind and means of payment.</summary>
internal static class SampleDocuments
{
    public static readonly string[] Categories = ["S", "AE", "O", "E"];

    public static readonly DateOnly Day = new(2026, 11, 25);

    /// <summary>Two lines, one of three pieces whose net does not divide evenly.</summary>
    public static InvoiceContent Invoice(string category, string language = "de")
    {
        var tax = Decision(category);
        Money[] gross = [new(2997), new(4999)];
        var amounts = TaxShare.Spread(gross, tax.Rate);
        var sum = Amounts.Sum(amounts);
        return new InvoiceContent(
            InvoiceKind.Invoice,
            language,
            "EUR",
            new Grains.Billing.SellerOptions(),
            Buyer(category),
            "customer1",
            OrderId.Of("order1"),
            Day,
            Day,
            [
                Line(1, "Minecraft 2 GB", 3, new Money(999), amounts[0]),
                Line(2, "Root Server \"M\" <8 vCPU> & Speicher", 1, new Money(4999), amounts[1]),
            ],
            [TaxGroup.Of(tax, sum, language)],
            sum,
            tax,
            PaymentMethod.Guthaben,
            null,
            null
        );
    }

    public static InvoiceDocument Document(InvoiceContent content) =>
        new(content.Kind.TakesBack() ? "RK-2026-000001" : "RE-2026-000007", Samples.Now, content);

    public static IssuedDocument Issued(InvoiceContent content) =>
        new(InvoiceId.Of("inv1"), "RE-2026-000007", Samples.Now, content);

    private static ContentLine Line(
        int position,
        string name,
        int pieces,
        Money price,
        Amounts sum
    ) =>
        new(
            position,
            name,
            "Größe · Frankfurt · 30 Tage",
            pieces,
            price,
            sum,
            Day,
            Day.AddDays(29)
        );

    private static TaxDecision Decision(string category) =>
        category switch
        {
            "S" => Taxation.Decide(Samples.Buyer(), Day, Samples.House.Terms),
            "AE" => Untaxed(6, "FR", "AE", "VATEX-EU-AE", AccountType.Business),
            "O" => Taxation.Decide(
                Samples.Buyer("CH", AccountType.Business),
                Day,
                Samples.House.Terms
            ),
            _ => Untaxed(10, "DE", "E", null, AccountType.Private),
        };

    private static TaxDecision Untaxed(
        int rule,
        string country,
        string category,
        string? code,
        AccountType type
    ) =>
        new(
            rule,
            country,
            0,
            category,
            code,
            "test",
            new TaxEvidence(country, type, null, "none", Day)
        );

    private static InvoiceParty Buyer(string category)
    {
        var (country, vatId) = category switch
        {
            "AE" => ("FR", "FR40303265045"),
            "O" => ("CH", "CHE123456789"),
            _ => ("DE", (string?)null),
        };
        return new InvoiceParty(
            "Muster & Söhne KG",
            "Jörg Müller-Łuk",
            "Hauptstraße 1",
            "10115",
            "Berlin",
            country,
            vatId,
            null,
            "rechnung@customer.example",
            category == "S" ? "04011000-12345-34" : null
        );
    }
}
