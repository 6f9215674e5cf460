using System.Globalization;
using Elizon.Billing;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>The fixed words of an invoice file, in one language.</summary>
internal sealed record InvoiceLabels(
    string Invoice,
    string Correction,
    string Cancellation,
    string Proforma,
    string Number,
    string Date,
    string ProformaDate,
    string Customer,
    string Order,
    string Reference,
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
    string SetOff,
    string TransferBy,
    string DebitedOn,
    string ScanToPay,
    string Payee,
    string Remittance,
    string Corrects,
    string Cancels,
    string PageOf,
    string Phone,
    string TaxNumber,
    string VatId,
    string NoInvoice,
    string Thanks
)
{
    private static readonly InvoiceLabels German = new(
        "Rechnung",
        "Rechnungskorrektur",
        "Stornorechnung",
        "Proforma-Rechnung",
        "Nummer",
        "Rechnungsdatum",
        "Stand",
        "Kundennummer",
        "Bestellung",
        "Ihre Referenz",
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
        "Der Betrag wurde mit der offenen Rechnung verrechnet, ein Rest Ihrem Guthaben gutgeschrieben.",
        "Bitte überweisen Sie den Betrag ohne Abzug bis {0} mit dem Verwendungszweck {1}.",
        "Der Betrag wird am {0} per SEPA-Lastschrift eingezogen (Mandat {1}, Gläubiger-ID {2}, Konto {3}).",
        "Mit der Banking-App scannen und bezahlen",
        "Empfänger",
        "Verwendungszweck",
        "Diese Rechnungskorrektur bezieht sich auf die Rechnung {0} vom {1}.",
        "Die Rechnung {0} vom {1} wird storniert.",
        "Seite {0} von {1}",
        "Tel.",
        "Steuernr.",
        "USt-IdNr.",
        "Dies ist keine Rechnung im Sinne des § 14 UStG und berechtigt nicht zum Vorsteuerabzug. Die Rechnung mit Nummer erhalten Sie gesondert.",
        "Vielen Dank für Ihren Auftrag."
    );

    private static readonly InvoiceLabels English = new(
        "Invoice",
        "Corrective invoice",
        "Cancellation invoice",
        "Proforma invoice",
        "Number",
        "Invoice date",
        "As of",
        "Customer number",
        "Order",
        "Your reference",
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
        "The amount has been set off against the open invoice; any rest has been credited to your balance.",
        "Please transfer the amount without deduction by {0}, quoting {1}.",
        "The amount will be collected on {0} by SEPA direct debit (mandate {1}, creditor ID {2}, account {3}).",
        "Scan with your banking app to pay",
        "Payee",
        "Remittance text",
        "This corrective invoice refers to invoice {0} of {1}.",
        "Invoice {0} of {1} is cancelled.",
        "Page {0} of {1}",
        "Phone",
        "Tax no.",
        "VAT ID",
        "This is not an invoice within the meaning of § 14 UStG and does not entitle to deduct input VAT. You will receive the numbered invoice separately.",
        "Thank you for your order."
    );

    public static InvoiceLabels In(string language) =>
        language == InvoiceWords.German ? German : English;

    public string Title(InvoiceKind kind) =>
        kind switch
        {
            InvoiceKind.Correction => Correction,
            InvoiceKind.Cancellation => Cancellation,
            _ => Invoice,
        };

    public static string Fill(string text, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, text, values);
}
