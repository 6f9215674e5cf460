using System.Globalization;
using Elizon.Billing;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>The fixed words of an invoice file, in one language.</summary>
internal sealed record InvoiceLabels(
    string Invoice,
    string Correction,
    string Number,
    string Date,
    string Customer,
    string Order,
    string Position,
    string Description,
    string Quantity,
    string UnitPrice,
    string Vat,
    string Amount,
    string Period,
    string Net,
    string VatOf,
    string Total,
    string VatIncluded,
    string PaidByBalance,
    string PaidAtProvider,
    string BackToBalance,
    string PayBy,
    string Corrects,
    string NotSubject,
    string PageOf,
    string Phone,
    string TaxNumber,
    string VatId,
    string Thanks
)
{
    private static readonly InvoiceLabels German = new(
        "Rechnung",
        "Rechnungskorrektur",
        "Nummer",
        "Rechnungsdatum",
        "Kundennummer",
        "Bestellung",
        "Pos.",
        "Beschreibung",
        "Menge",
        "Einzelpreis",
        "USt.",
        "Betrag",
        "Leistungszeitraum {0} bis {1}",
        "Nettobetrag",
        "Umsatzsteuer {0} auf {1}",
        "Gesamtbetrag",
        "Preise inkl. USt.",
        "Der Betrag wurde vollständig aus Ihrem Guthaben bezahlt.",
        "Der Betrag wurde vollständig bezahlt. Vielen Dank.",
        "Der Betrag wurde Ihrem Guthaben gutgeschrieben.",
        "Zahlbar ohne Abzug bis {0}.",
        "Diese Rechnungskorrektur bezieht sich auf die Rechnung {0} vom {1}.",
        "Nicht im Inland steuerbare sonstige Leistung (§ 3a Abs. {0} UStG).",
        "Seite {0} von {1}",
        "Tel.",
        "Steuernr.",
        "USt-IdNr.",
        "Vielen Dank für Ihren Auftrag."
    );

    private static readonly InvoiceLabels English = new(
        "Invoice",
        "Corrective invoice",
        "Number",
        "Invoice date",
        "Customer number",
        "Order",
        "No.",
        "Description",
        "Quantity",
        "Unit price",
        "VAT",
        "Amount",
        "Service period {0} to {1}",
        "Net amount",
        "VAT {0} on {1}",
        "Total",
        "Prices include VAT",
        "The amount has been paid in full from your balance.",
        "The amount has been paid in full. Thank you.",
        "The amount has been credited to your balance.",
        "Payable without deduction by {0}.",
        "This corrective invoice refers to invoice {0} of {1}.",
        "Service not subject to German VAT (§ 3a ({0}) UStG).",
        "Page {0} of {1}",
        "Phone",
        "Tax no.",
        "VAT ID",
        "Thank you for your order."
    );

    public static InvoiceLabels In(string language) =>
        language == InvoiceWords.German ? German : English;

    public string Title(InvoiceKind kind) => kind == InvoiceKind.Correction ? Correction : Invoice;

    public static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, text, values);
}
