namespace Elizon.Grains.Billing.Invoices;

/// <summary>How the amount is or was paid, as one sentence in the document's language.</summary>
internal static class PaymentSentence
{
    public static string Of(InvoiceDocument document)
    {
        var content = document.Content;
        var labels = InvoiceLabels.In(content.Language);
        var payment = PaymentInstruction.Of(content);
        if (content.Kind.TakesBack())
            return payment.Means == PaymentMeans.SetOff ? labels.SetOff : labels.BackToBalance;
        if (content.PaidBy is not null)
            return payment.Means == PaymentMeans.Balance
                ? labels.PaidByBalance
                : labels.PaidAtProvider;
        var due = new InvoiceFormats(content.Language).Day(content.DueOn);
        return payment.Means == PaymentMeans.DirectDebit
            ? InvoiceLabels.Fill(
                labels.DebitedOn,
                due,
                payment.Mandate ?? "",
                content.Seller.CreditorId,
                payment.DebtorIban ?? ""
            )
            : InvoiceLabels.Fill(labels.TransferBy, due, payment.Reference ?? document.Number);
    }
}
