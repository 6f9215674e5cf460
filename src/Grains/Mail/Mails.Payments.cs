using System.Globalization;
using Elizon.Payments;

namespace Elizon.Grains.Mail;

/// <summary>About money that came, failed or went back.</summary>
internal static partial class Mails
{
    /// <param name="balance">The balance after it.</param>
    /// <param name="receipt">The number of its receipt; null where the house gives none.</param>
    public static SendMail TopUpReceived(
        UserId user,
        Money amount,
        Money balance,
        DateTimeOffset at,
        string? receipt
    ) =>
        To(
            user,
            "top-up-received",
            new()
            {
                ["amount"] = amount.ToString(),
                ["balance"] = balance.ToString(),
                ["at"] = Instant(at),
                ["receipt"] = receipt ?? "",
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

    /// <summary>Money that nothing waits for any more, or of another amount, is on the balance now.</summary>
    /// <param name="balance">The balance after it.</param>
    /// <param name="receipt">The number of its receipt; null where the house gives none.</param>
    public static SendMail PaymentCredited(
        UserId user,
        Money amount,
        Money balance,
        string? receipt
    ) =>
        To(
            user,
            "payment-credited",
            new()
            {
                ["amount"] = amount.ToString(),
                ["balance"] = balance.ToString(),
                ["receipt"] = receipt ?? "",
            }
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

    /// <summary>The account is closed, or what came after that is paid out.</summary>
    /// <param name="amount">What is paid out; zero for nothing.</param>
    /// <param name="to">First and last four characters of the account it goes to; "" for nothing.</param>
    public static SendMail AccountClosed(
        UserId user,
        DateTimeOffset since,
        Money amount,
        string to
    ) =>
        To(
            user,
            "account-closed",
            new()
            {
                ["since"] = Instant(since),
                ["amount"] = amount.ToString(),
                ["to"] = to,
            }
        );

    /// <summary>A payout of a closed account came back.</summary>
    public static SendMail PayoutReturned(UserId user, Money amount) =>
        To(user, "payout-returned", new() { ["amount"] = amount.ToString() });

    /// <summary>The bank took a transfer back; it is off the balance again.</summary>
    /// <param name="balance">The balance after it, perhaps below zero.</param>
    public static SendMail TransferReturned(UserId user, Money amount, Money balance) =>
        To(
            user,
            "transfer-returned",
            new() { ["amount"] = amount.ToString(), ["balance"] = balance.ToString() }
        );
}
