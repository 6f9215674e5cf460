using Elizon.Grains.Billing;

namespace Elizon.Grains.Mail;

/// <summary>About orders, invoices and what is not paid.</summary>
internal static partial class Mails
{
    /// <param name="number">The invoice number when there is one, else null: the order waits for its payment.</param>
    public static SendMail Order(
        UserId user,
        OrderId order,
        IEnumerable<MailItem> items,
        Money total,
        string? number
    ) =>
        To(
            user,
            "order",
            new()
            {
                ["order"] = order.Value,
                ["items"] = MailItem.Write(items),
                ["total"] = total.ToString(),
                ["number"] = number ?? "",
            }
        );

    /// <summary>A VAT id that was valid is not any more.</summary>
    public static SendMail VatIdInvalid(UserId user, string vatId) =>
        To(user, "vat-id-invalid", new() { ["vatId"] = vatId });

    /// <param name="dueAt">Null when it is paid.</param>
    public static SendMail Invoice(
        UserId user,
        InvoiceId invoice,
        string number,
        Money total,
        DateTimeOffset issuedAt,
        DateTimeOffset? dueAt
    ) =>
        To(
            user,
            "invoice",
            new()
            {
                ["invoice"] = invoice.Value,
                ["number"] = number,
                ["total"] = total.ToString(),
                ["issuedAt"] = Instant(issuedAt),
                ["dueAt"] = dueAt is { } due ? Instant(due) : "",
            }
        );

    /// <summary>A document corrects an invoice.</summary>
    /// <param name="document">The correction.</param>
    /// <param name="amount">What it takes back, positive.</param>
    public static SendMail Correction(
        UserId user,
        InvoiceId document,
        string number,
        string corrects,
        Money amount
    ) =>
        To(
            user,
            "correction",
            new()
            {
                ["invoice"] = document.Value,
                ["number"] = number,
                ["corrects"] = corrects,
                ["amount"] = amount.ToString(),
            }
        );

    /// <summary>An invoice will be collected by direct debit: the notice it needs beforehand (SEPA Core rulebook, 4.3.4).</summary>
    /// <param name="at">The day of the debit.</param>
    public static SendMail InvoiceDebitAnnounced(
        UserId user,
        InvoiceId invoice,
        Money amount,
        DateTimeOffset at,
        SavedMethod method,
        string creditor
    ) =>
        To(
            user,
            "invoice-debit-announced",
            new()
            {
                ["invoice"] = invoice.Value,
                ["amount"] = amount.ToString(),
                ["dueAt"] = Instant(at),
                ["mandate"] = method.Reference ?? "",
                ["account"] = method.AccountEnding ?? "",
                ["creditor"] = creditor,
            }
        );

    /// <summary>An invoice is overdue.</summary>
    /// <param name="suspendAt">When the service stands still; null when never.</param>
    public static SendMail PaymentReminder(
        UserId user,
        InvoiceId invoice,
        string name,
        Money amount,
        DateTimeOffset dueAt,
        DateTimeOffset? suspendAt
    ) =>
        To(
            user,
            "payment-reminder",
            new()
            {
                ["invoice"] = invoice.Value,
                ["name"] = name,
                ["amount"] = amount.ToString(),
                ["dueAt"] = Instant(dueAt),
                ["suspendAt"] = suspendAt is { } at ? Instant(at) : "",
            }
        );

    /// <summary>Says in a mail of dunning what the amount holds of fees, and what the policy adds.</summary>
    public static SendMail WithFee(this SendMail mail, Money fee, string? note) =>
        mail with
        {
            Values = new(mail.Values)
            {
                ["fee"] = fee > Money.Zero ? fee.ToString() : "",
                ["note"] = note ?? "",
            },
        };

    /// <summary>A service stands still because its invoice is not paid.</summary>
    /// <param name="deleteAt">When it is deleted.</param>
    public static SendMail ServiceSuspended(
        UserId user,
        InvoiceId invoice,
        string name,
        Money amount,
        DateTimeOffset deleteAt
    ) => Unpaid("service-suspended", user, invoice, name, amount, deleteAt);

    /// <summary>The data of a suspended service will be deleted.</summary>
    public static SendMail DeletionAnnounced(
        UserId user,
        InvoiceId invoice,
        string name,
        Money amount,
        DateTimeOffset deleteAt
    ) => Unpaid("deletion-announced", user, invoice, name, amount, deleteAt);

    /// <summary>A service and its data are deleted because its invoice was never paid.</summary>
    public static SendMail ServiceTerminated(UserId user, string name) =>
        To(user, "service-terminated", new() { ["name"] = name });

    private static SendMail Unpaid(
        string template,
        UserId user,
        InvoiceId invoice,
        string name,
        Money amount,
        DateTimeOffset deleteAt
    ) =>
        To(
            user,
            template,
            new()
            {
                ["invoice"] = invoice.Value,
                ["name"] = name,
                ["amount"] = amount.ToString(),
                ["deleteAt"] = Instant(deleteAt),
            }
        );
}
