using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing;

/// <summary>Rules of documents that take back: what is open of the invoice is set off, the rest goes to the balance.</summary>
internal static class Corrections
{
    private const int LongestReason = 500;
    private static readonly string[] NumberInAnswer = ["number"];

    /// <summary>The reason is printed on the document: there must be one.</summary>
    /// <exception cref="Refusal">Invalid.</exception>
    public static void Guard(Caller by)
    {
        if (string.IsNullOrWhiteSpace(by.Reason) || by.Reason.Length > LongestReason)
            throw CommonRefusals.Invalid($"'reason' has 1 to {LongestReason} characters.");
    }

    /// <summary>A cancellation or correction that staff decided on, with audit and mail.</summary>
    public static Change<AccountState> ByStaff(
        AccountState state,
        AccountId account,
        InvoiceId id,
        CorrectedInvoice original,
        InvoiceContent content,
        Caller by,
        House house,
        DateTimeOffset now
    ) =>
        new Change<AccountState>(state)
            .TakeBack(account, id, original, content, house, now, NumberInAnswer)
            .Record(
                AuditRow.Of(
                    by,
                    content.Kind == InvoiceKind.Cancellation
                        ? "invoice.cancelled"
                        : "invoice.corrected",
                    original.Document.Id,
                    UserId.Of(account.Value),
                    new()
                    {
                        ["number"] = original.Document.Number,
                        ["amount"] = content.Sum.Gross.ToString(),
                        ["correction"] = id.Value,
                    }
                )
            );

    /// <summary>Issues a document that takes back: rows, bookings, number, mail.</summary>
    public static Change<AccountState> TakeBack(
        this Change<AccountState> change,
        AccountId account,
        InvoiceId id,
        CorrectedInvoice original,
        InvoiceContent content,
        House house,
        DateTimeOffset now,
        string[]? answerPath
    )
    {
        var back = -content.Sum.Gross;
        var setOff = back < original.Open ? back : original.Open;
        if (setOff > Money.Zero)
            content = content with { Payment = new PaymentInstruction(PaymentMeans.SetOff) };
        return change
            .Record(
                InvoiceRow.Of(id, account, content.Order, content.Kind, content.Sum, now) with
                {
                    Corrects = original.Document.Id,
                }
            )
            .Book(account, Movements.Issued(id, content.Sum, content.Tax), now)
            .SetOff(account, id, original.Document.Id, setOff, now)
            .ToBalance(account, id, back - setOff, now)
            .Reduce(account, original.Document.Id, setOff, now)
            .Unearn(account, original.Document.Id, $"invoice/{id}", back, house.Terms.Points, now)
            .Number(Numbers.For(id, account, content, house, now, answerPath))
            .Send(
                DocumentMail.Box(UserId.Of(account.Value)),
                new DocumentMail(id, DocumentMailKind.Correction)
                {
                    To = change.Next.Invoicing.Email,
                }
            );
    }

    /// <summary>Sends the mail about a document again.</summary>
    public static Change<AccountState> Resend(
        AccountState state,
        AccountId account,
        IssuedDocument document,
        Caller by
    )
    {
        var user = UserId.Of(account.Value);
        var kind = document.Content.Kind.TakesBack()
            ? DocumentMailKind.Correction
            : DocumentMailKind.Invoice;
        return new Change<AccountState>(state)
            .Record(
                AuditRow.Of(
                    by,
                    "invoice.resent",
                    document.Id,
                    user,
                    new() { ["number"] = document.Number }
                )
            )
            .Send(
                DocumentMail.Box(user),
                new DocumentMail(document.Id, kind) { To = state.Invoicing.Email }
            );
    }

    private static Change<AccountState> SetOff(
        this Change<AccountState> change,
        AccountId account,
        InvoiceId id,
        InvoiceId original,
        Money amount,
        DateTimeOffset now
    )
    {
        if (amount <= Money.Zero)
            return change;
        var (taken, given) = Movements.SetOff(original, id, amount);
        return change
            .Book(account, taken, now)
            .Book(account, given, now)
            .Record(
                new AllocationRow(taken.Effect, account, original, amount, $"invoice/{id}", now)
            )
            .Record(
                new AllocationRow(given.Effect, account, id, -amount, $"invoice/{original}", now)
            );
    }

    private static Change<AccountState> ToBalance(
        this Change<AccountState> change,
        AccountId account,
        InvoiceId id,
        Money amount,
        DateTimeOffset now
    )
    {
        if (amount <= Money.Zero)
            return change;
        var back = Movements.BalanceToInvoice(id, -amount);
        return change
            .Book(account, back, now)
            .Record(new AllocationRow(back.Effect, account, id, -amount, "balance", now));
    }
}
