namespace Elizon.Grains.Billing.Invoices;

/// <summary>How the amount is or was paid, as one sentence in the document's language.</summary>
internal static class PaymentSentence
{
    public static string Of(InvoiceDocument document)
    {
        var content = document.Content;
        var labels = InvoiceLabels.In(content.Language);
        var payment = PaymentInstruction.Of(content);
        if (document.IsProforma)
            return labels.NoInvoice;
        if (content.Kind.TakesBack())
            return payment.Means == PaymentMeans.SetOff ? labels.SetOff : labels.BackToBalance;
        if (content.PaidBy is not null)
            return payment.Means == PaymentMeans.Balance
                ? labels.PaidByBalance
                : labels.PaidAtProvider;
        var formats = new InvoiceFormats(content.Language);
        return payment.Means == PaymentMeans.DirectDebit
            ? InvoiceLabels.Fill(
                labels.DebitedOn,
                formats.Day(payment.DebitOn ?? content.DueOn),
                payment.Mandate ?? "",
                content.Seller.CreditorId,
                payment.DebtorIban ?? Masked(payment.DebtorEnding)
            )
            : InvoiceLabels.Fill(
                labels.TransferBy,
                formats.Day(content.DueOn),
                payment.Reference ?? document.Number
            );
    }

    private static string Masked(string? ending) => ending is null ? "" : $"•••• {ending}";
}
