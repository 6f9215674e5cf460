using System.Globalization;
using Elizon.Catalog;
using Elizon.Declarations;
using Elizon.Payments;

namespace Elizon.Grains.Mail;

/// <summary>
/// Every mail the platform sends, one factory each: what a template needs cannot be forgotten. Values travel in
/// invariant form; the template formats them in the reader's language and zone. Codes and tokens come in sealed.
/// </summary>
internal static class Mails
{
    /// <param name="address">The unverified address; nothing that was typed into the form goes into this mail.</param>
    /// <param name="sealedCode">Sealed by the caller.</param>
    public static SendMail Activation(string address, string locale, string sealedCode) =>
        new("activation", null, address, locale, [], new() { ["code"] = sealedCode });

    /// <summary>Someone registered with an address that has an account already.</summary>
    public static SendMail AddressTaken(string address, string locale) =>
        new("address-taken", null, address, locale, []);

    public static SendMail PasswordReset(UserId user, string sealedToken) =>
        To(user, "password-reset", [], new() { ["token"] = sealedToken });

    public static SendMail PasswordChanged(UserId user, DateTimeOffset at) =>
        To(user, "password-changed", new() { ["at"] = Instant(at) });

    public static SendMail NewApiKey(
        UserId user,
        string name,
        string[] scopes,
        DateTimeOffset at
    ) =>
        To(
            user,
            "new-api-key",
            new()
            {
                ["name"] = name,
                ["scopes"] = string.Join(", ", scopes),
                ["at"] = Instant(at),
            }
        );

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

    /// <param name="balance">The balance after it.</param>
    public static SendMail TopUpReceived(
        UserId user,
        Money amount,
        Money balance,
        DateTimeOffset at
    ) =>
        To(
            user,
            "top-up-received",
            new()
            {
                ["amount"] = amount.ToString(),
                ["balance"] = balance.ToString(),
                ["at"] = Instant(at),
            }
        );

    /// <param name="address">Where players connect, "ip:port".</param>
    public static SendMail ServerReady(
        UserId user,
        ServiceId service,
        string name,
        string product,
        string address,
        string location
    ) =>
        To(
            user,
            "server-ready",
            new()
            {
                ["service"] = service.Value,
                ["name"] = name,
                ["product"] = product,
                ["address"] = address,
                ["location"] = location,
            }
        );

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

    /// <param name="outcome">"failed", "canceled" or "expired".</param>
    /// <param name="invoice">The unpaid invoice; null for a top-up.</param>
    public static SendMail PaymentFailed(
        UserId user,
        Money amount,
        string outcome,
        InvoiceId? invoice
    ) =>
        To(
            user,
            "payment-failed",
            new()
            {
                ["amount"] = amount.ToString(),
                ["outcome"] = outcome,
                ["invoice"] = invoice?.Value ?? "",
            }
        );

    /// <summary>A server could not be provisioned; its price is back on the balance.</summary>
    public static SendMail ProvisioningFailed(
        UserId user,
        string name,
        string product,
        Money refunded
    ) =>
        To(
            user,
            "provisioning-failed",
            new()
            {
                ["name"] = name,
                ["product"] = product,
                ["amount"] = refunded.ToString(),
            }
        );

    /// <summary>Money that nothing waits for any more, or of another amount, is on the balance now.</summary>
    /// <param name="balance">The balance after it.</param>
    public static SendMail PaymentCredited(UserId user, Money amount, Money balance) =>
        To(
            user,
            "payment-credited",
            new() { ["amount"] = amount.ToString(), ["balance"] = balance.ToString() }
        );

    /// <summary>The payer's bank took a payment back.</summary>
    /// <param name="invoice">What is owed again; null: it was taken from the balance.</param>
    /// <param name="balance">The balance after it.</param>
    public static SendMail ChargedBack(
        UserId user,
        Money amount,
        InvoiceId? invoice,
        Money balance
    ) =>
        To(
            user,
            "charged-back",
            new()
            {
                ["amount"] = amount.ToString(),
                ["invoice"] = invoice?.Value ?? "",
                ["balance"] = balance.ToString(),
            }
        );

    /// <summary>Money goes back to the customer.</summary>
    public static SendMail Refunded(UserId user, Money amount, RefundTo to) =>
        To(user, "refunded", new() { ["amount"] = amount.ToString(), ["to"] = to.ToString() });

    /// <summary>Automatic top-ups were switched off by the platform.</summary>
    /// <param name="reason">The bank's code or our word; the mail says it in words where it knows it.</param>
    public static SendMail AutoTopUpOff(UserId user, Money amount, int failures, string reason) =>
        To(
            user,
            "auto-top-up-off",
            new()
            {
                ["amount"] = amount.ToString(),
                ["failures"] = failures.ToString(CultureInfo.InvariantCulture),
                ["reason"] = reason,
            }
        );

    /// <summary>Told before a direct debit is collected.</summary>
    /// <param name="reference">The mandate's.</param>
    public static SendMail DirectDebitAnnounced(
        UserId user,
        Money amount,
        string reference,
        DateTimeOffset at
    ) =>
        To(
            user,
            "direct-debit-announced",
            new()
            {
                ["amount"] = amount.ToString(),
                ["reference"] = reference,
                ["at"] = Instant(at),
            }
        );

    /// <summary>The bank took a transfer back; it is off the balance again.</summary>
    /// <param name="balance">The balance after it, perhaps below zero.</param>
    public static SendMail TransferReturned(UserId user, Money amount, Money balance) =>
        To(
            user,
            "transfer-returned",
            new() { ["amount"] = amount.ToString(), ["balance"] = balance.ToString() }
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

    /// <summary>Somebody declared something without signing in. Holds nothing that was typed freely: the address is not proven.</summary>
    public static SendMail DeclarationReceived(
        Declaration declaration,
        DeclarationId reference,
        DateTimeOffset at
    ) =>
        new(
            "declaration-received",
            null,
            declaration.Email,
            declaration.Locale,
            new()
            {
                ["kind"] =
                    declaration.Kind == DeclarationKind.Withdrawal ? "withdrawal" : "cancellation",
                ["type"] =
                    declaration.Type == CancellationType.Extraordinary
                        ? "extraordinary"
                        : "ordinary",
                ["contract"] = declaration.Contract ?? "",
                ["endsOn"] = declaration.EndsOn is { } day
                    ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : "",
                ["reference"] = reference.Value,
                ["at"] = Instant(at),
            }
        );

    /// <summary>An invoice will be collected by direct debit: the notice it needs beforehand (SEPA Core rulebook, 4.3.4).</summary>
    public static SendMail InvoiceDebitAnnounced(
        UserId user,
        InvoiceId invoice,
        Money amount,
        DateTimeOffset dueAt,
        string mandate,
        string creditor
    ) =>
        To(
            user,
            "invoice-debit-announced",
            new()
            {
                ["invoice"] = invoice.Value,
                ["amount"] = amount.ToString(),
                ["dueAt"] = Instant(dueAt),
                ["mandate"] = mandate,
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

    /// <summary>Something that was ordered for a service is there.</summary>
    /// <param name="what">Its name.</param>
    /// <param name="address">"ip:port" of a further address; "" for anything else.</param>
    public static SendMail AddOnReady(
        UserId user,
        ServiceId service,
        string name,
        string what,
        string address
    ) =>
        To(
            user,
            "add-on-ready",
            new()
            {
                ["service"] = service.Value,
                ["name"] = name,
                ["what"] = what,
                ["address"] = address,
            }
        );

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

    /// <summary>A subscription ends with its period.</summary>
    public static SendMail CancellationConfirmed(
        UserId user,
        ServiceId service,
        string name,
        DateTimeOffset at,
        DateTimeOffset endsAt
    ) =>
        To(
            user,
            "cancellation-confirmed",
            new()
            {
                ["service"] = service.Value,
                ["name"] = name,
                ["at"] = Instant(at),
                ["endsAt"] = Instant(endsAt),
            }
        );

    /// <summary>A contract's price changes.</summary>
    /// <param name="from">When the first period with the new price can begin.</param>
    public static SendMail PriceChanged(
        UserId user,
        ServiceId service,
        string name,
        Money before,
        Money after,
        DateTimeOffset from
    ) =>
        To(
            user,
            "price-changed",
            new()
            {
                ["service"] = service.Value,
                ["name"] = name,
                ["before"] = before.ToString(),
                ["after"] = after.ToString(),
                ["from"] = Instant(from),
            }
        );

    /// <summary>A server has its new size.</summary>
    /// <param name="price">Of one cycle from the next period on, before discounts.</param>
    /// <param name="cycle">Days.</param>
    /// <param name="until">Paid until then.</param>
    public static SendMail SizeChanged(
        UserId user,
        ServiceId service,
        string name,
        PlanLimits limits,
        Money price,
        int cycle,
        DateTimeOffset until
    ) =>
        To(
            user,
            "size-changed",
            new()
            {
                ["service"] = service.Value,
                ["name"] = name,
                ["memory"] = Whole(limits.Memory),
                ["disk"] = Whole(limits.Disk),
                ["cpu"] = Whole(limits.Cpu),
                ["price"] = price.ToString(),
                ["cycle"] = Whole(cycle),
                ["until"] = Instant(until),
            }
        );

    /// <summary>A change of size was refused by the provider and taken back.</summary>
    /// <param name="refunded">What went back to the balance; zero for a change that cost nothing.</param>
    public static SendMail SizeChangeFailed(
        UserId user,
        ServiceId service,
        string name,
        Money refunded
    ) =>
        To(
            user,
            "size-change-failed",
            new()
            {
                ["service"] = service.Value,
                ["name"] = name,
                ["amount"] = refunded == Money.Zero ? "" : refunded.ToString(),
            }
        );

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

    private static SendMail To(
        UserId user,
        string template,
        Dictionary<string, string> values,
        Dictionary<string, string>? secrets = null
    ) => new(template, user, null, "", values, secrets);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
