using Elizon.Grains.Billing.Invoices;

namespace Elizon.Grains.Billing.Receipts;

/// <summary>The fixed words of a receipt, in one language.</summary>
internal sealed record TopUpReceiptLabels(
    string Title,
    string Number,
    string ReceivedOn,
    string PaidBy,
    string Text,
    string Amount,
    string Thanks,
    string NoInvoice,
    string Later
)
{
    private static readonly TopUpReceiptLabels German = new(
        "Quittung",
        "Nummer",
        "Eingegangen am",
        "Zahlungsart",
        "Guthabenaufladung",
        "Erhaltener Betrag",
        "Wir haben den Betrag erhalten und Ihrem Guthaben gutgeschrieben. Vielen Dank.",
        "Dies ist eine Quittung über eine Zahlung auf Ihr Guthaben und keine Rechnung im Sinne des § 14 UStG. Sie berechtigt nicht zum Vorsteuerabzug.",
        "In diesem Betrag ist keine Umsatzsteuer enthalten. Umsatzsteuer entsteht erst mit jeder Leistung, die aus dem Guthaben bezahlt wird; darüber erhalten Sie jeweils eine Rechnung."
    );

    private static readonly TopUpReceiptLabels English = new(
        "Receipt",
        "Number",
        "Received on",
        "Paid by",
        "Balance top-up",
        "Amount received",
        "We have received the amount and credited it to your balance. Thank you.",
        "This is a receipt for money on account. It is not an invoice within the meaning of § 14 UStG (German VAT Act) and gives no right to deduct input tax.",
        "The amount contains no VAT. VAT arises with each supply that is paid from the balance; you get an invoice for each of them."
    );

    public static TopUpReceiptLabels In(string language) =>
        language == InvoiceWords.German ? German : English;

    /// <summary>A method as people call it; a new one of the provider's as it came.</summary>
    public static string Method(string method, string language) =>
        (method, language == InvoiceWords.German) switch
        {
            ("banktransfer", true) => "Überweisung",
            ("banktransfer", _) => "Bank transfer",
            ("creditcard", true) => "Kreditkarte",
            ("creditcard", _) => "Credit card",
            ("directdebit", true) => "SEPA-Lastschrift",
            ("directdebit", _) => "SEPA direct debit",
            ("ideal", _) => "iDEAL",
            ("paypal", _) => "PayPal",
            ("applepay", _) => "Apple Pay",
            ("googlepay", _) => "Google Pay",
            ("eps", _) => "eps",
            _ => method,
        };
}
