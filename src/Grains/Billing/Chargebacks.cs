using Elizon.Grains.Audit;
using Elizon.Grains.Billing.AutoTopUps;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Mail;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing;

/// <summary>
/// Rules of money that a payer's bank takes back, and of its return. What had become balance is taken from it, below zero
/// if need be; what had paid an invoice is owed again.
/// </summary>
internal static class Chargebacks
{
    /// <param name="invoice">What the payment had paid; null: it had gone to the balance.</param>
    /// <param name="billed">What that invoice charges; null when nothing goes on.</param>
    public static Change<AccountState> Received(
        AccountState state,
        AccountId account,
        PaymentChargedBack back,
        InvoiceId? invoice,
        BilledInvoice? billed,
        House house,
        DateTimeOffset now
    )
    {
        var user = UserId.Of(account.Value);
        var change = TopUps
            .Blocked(new Change<AccountState>(state), account)
            .Book(account, Movement(back.Chargeback, invoice, back.Amount), now);
        if (invoice is { } owed)
            change = change
                .Record(
                    Allocation(account, owed, $"chargeback/{back.Chargeback}", -back.Amount, now)
                )
                .Reopen(
                    account,
                    billed,
                    back.Amount,
                    $"chargeback/{back.Chargeback}",
                    true,
                    house,
                    now
                );
        return change
            .Record(
                AuditRow.Of(
                    Caller.System(now) with
                    {
                        Reason = back.Reason ?? "the bank gave no reason",
                    },
                    "payment.chargedBack",
                    back.Payment,
                    user,
                    new()
                    {
                        ["amount"] = back.Amount.ToString(),
                        ["chargeback"] = back.Chargeback,
                        ["invoice"] = invoice?.Value ?? "",
                    }
                )
            )
            .Send(
                SendMail.Box(user),
                Mails.ChargedBack(user, back.Amount, invoice, change.Next.Balance)
            );
    }

    /// <param name="invoice">What the payment had paid; null: it had gone to the balance.</param>
    /// <param name="owed">What is open of that invoice: more than that goes to the balance, for it was paid otherwise.</param>
    public static Change<AccountState> Reversed(
        AccountState state,
        AccountId account,
        ChargebackReversed back,
        InvoiceId? invoice,
        Money owed,
        DateTimeOffset now
    )
    {
        var movement = Movement(back.Chargeback, invoice, back.Amount).Reversed();
        var change = new Change<AccountState>(state).GiveBack(
            account,
            back.Amount,
            owed,
            movement,
            invoice is null ? movement : Movements.ReversedToBalance(back.Chargeback, back.Amount),
            "chargeback",
            now
        );
        return change.Record(
            AuditRow.Of(
                Caller.System(now),
                "payment.chargebackReversed",
                back.Payment,
                UserId.Of(account.Value),
                new() { ["amount"] = back.Amount.ToString(), ["chargeback"] = back.Chargeback }
            )
        );
    }

    private static Movement Movement(string chargeback, InvoiceId? invoice, Money amount) =>
        invoice is { } paid
            ? Movements.ChargebackOfInvoice(chargeback, paid, amount)
            : Movements.ChargebackOfBalance(chargeback, amount);

    private static AllocationRow Allocation(
        AccountId account,
        InvoiceId invoice,
        string effect,
        Money amount,
        DateTimeOffset now
    ) => new(effect, account, invoice, amount, "chargeback", now);
}
