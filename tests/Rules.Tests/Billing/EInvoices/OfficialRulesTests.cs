using System.Text;
using System.Xml.Schema;
using Elizon.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Invoices.Xml;

namespace Elizon.Rules.Tests.Billing.EInvoices;

/// <summary>Every kind of document against the official schema and rules: one run of Saxon for all of them.</summary>
public sealed class OfficialRulesTests(OfficialRulesTests.Checked check)
    : IClassFixture<OfficialRulesTests.Checked>
{
    private const string Broken = "without-number";
    private const string Unreferenced = "without-reference";

    private static readonly string[] Profiles =
    [
        EInvoiceProfile.XRechnung,
        EInvoiceProfile.En16931,
    ];

    public static TheoryData<string> Names => [.. Documents().Select(d => d.Name)];

    [OfficialRulesTheory, MemberData(nameof(Names))]
    public void No_fatal_rule_fails(string name) =>
        Assert.Empty(check.Failed[name].Where(r => r.Flag == "fatal"));

    [OfficialRulesTheory, MemberData(nameof(Names))]
    public void The_schema_finds_no_fault(string name) =>
        Assert.Empty(OfficialRules.SchemaFaults(check.Documents[name], check.Schemas!));

    [OfficialRulesFact]
    public void A_document_without_its_number_is_found() =>
        Assert.Contains(check.Failed[Broken], r => r is { Id: "BR-02", Flag: "fatal" });

    [OfficialRulesFact]
    public void An_XRechnung_without_a_reference_is_found() =>
        Assert.Contains(check.Failed[Unreferenced], r => r is { Id: "BR-DE-15", Flag: "fatal" });

    private static IEnumerable<(string Name, InvoiceDocument Document, string Profile)> Documents()
    {
        foreach (var category in SampleDocuments.Categories)
        foreach (var profile in Profiles)
        {
            var invoice = SampleDocuments.Invoice(category);
            var label = profile == EInvoiceProfile.XRechnung ? "xrechnung" : "en16931";
            foreach (var (kind, content) in Kinds(invoice))
                yield return (
                    $"{category}-{kind}-{label}",
                    SampleDocuments.Document(content),
                    profile
                );
        }
        foreach (var (means, content) in Payments())
            yield return (
                $"S-380-{means}",
                SampleDocuments.Document(content),
                EInvoiceProfile.XRechnung
            );
    }

    private static IEnumerable<(string Kind, InvoiceContent Content)> Kinds(InvoiceContent invoice)
    {
        var original = SampleDocuments.Issued(invoice);
        var part = CorrectionContent.Take(
            original,
            Remainder.Of(invoice, []),
            [
                new LineCorrection(1, new Money(1000)),
                new LineCorrection(2, invoice.Lines[1].Sum.Gross),
            ],
            "Ausfall am 20. November",
            SampleDocuments.Day
        );
        yield return ("380", invoice);
        yield return ("381", part);
        yield return (
            "384",
            CorrectionContent.Cancel(
                original,
                Remainder.Of(invoice, [part]),
                "Auf Wunsch storniert",
                SampleDocuments.Day
            )
        );
        yield return (
            "384-whole",
            CorrectionContent.Cancel(
                original,
                Remainder.Of(invoice, []),
                "Doppelt berechnet",
                SampleDocuments.Day
            )
        );
    }

    private static IEnumerable<(string Means, InvoiceContent Content)> Payments()
    {
        var open = SampleDocuments.Invoice("S") with { PaidBy = null, DueOn = new(2026, 12, 9) };
        yield return ("transfer", open);
        yield return (
            "reference",
            open with
            {
                Payment = new PaymentInstruction(PaymentMeans.Transfer)
                {
                    Reference = "RF89ELZ0001234",
                },
            }
        );
        yield return (
            "debit",
            open with
            {
                Payment = new PaymentInstruction(PaymentMeans.DirectDebit)
                {
                    Mandate = "ELZ-MANDATE-1",
                    DebtorIban = "DE02120300000000202051",
                },
            }
        );
        yield return ("online", open with { PaidBy = PaymentMethod.Mollie });
        yield return ("by-hand", open with { Order = null });
    }

    /// <summary>The documents and what became of them.</summary>
    public sealed class Checked
    {
        public Checked()
        {
            if (EInvoiceData.Folder is null)
                return;
            foreach (var (name, document, profile) in OfficialRulesTests.Documents())
                Documents.Add(name, EInvoice.Write(document, profile));
            var valid = Encoding.UTF8.GetString(Documents["S-380-xrechnung"]);
            Documents.Add(
                Broken,
                Encoding.UTF8.GetBytes(
                    valid.Replace("RE-2026-000007", "", StringComparison.Ordinal)
                )
            );
            Documents.Add(
                Unreferenced,
                Encoding.UTF8.GetBytes(
                    valid.Replace("BuyerReference", "BuyerNoReference", StringComparison.Ordinal)
                )
            );
            Failed = OfficialRules.Check(Documents);
            Schemas = OfficialRules.Schemas();
        }

        public Dictionary<string, byte[]> Documents { get; } = [];

        public Dictionary<string, FailedRule[]> Failed { get; } = [];

        public XmlSchemaSet? Schemas { get; }
    }
}
