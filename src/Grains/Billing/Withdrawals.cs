using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Payments;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Billing;

/// <summary>A delivered piece as the rows know it.</summary>
/// <param name="Waiver">The customer had asked to start before the fourteen days passed.</param>
/// <param name="Payment">What had paid its invoice at the provider; null when the balance did, or something else.</param>
internal sealed record DeliveredUnit(SoldUnit Unit, bool Waiver, PaidAtProvider? Payment);

/// <summary>A payment at the provider that paid an invoice.</summary>
internal sealed record PaidAtProvider(PaymentId Payment, string ProviderPayment, Money Amount);

/// <summary>
/// Rules of a withdrawal (§§ 355, 357, 357a BGB): a correction document takes the piece back, its money goes back the way it
/// came. Whoever had asked to start at once owes the days that it ran.
/// </summary>
internal static class Withdrawals
{
    /// <summary>Null when nothing is left to give back.</summary>
    public static Change<AccountState>? Take(
        AccountState state,
        AccountId account,
        ContractWithdrawn told,
        DeliveredUnit? delivered,
        CorrectedInvoice? original,
        House house,
        DateTimeOffset now
    )
    {
        if (delivered is null || original is null)
            return null;
        var back = Back(told, delivered, original.Left);
        if (back == default)
            return null;
        var change = new Change<AccountState>(state)
            .Record(
                SoldUnitRow.Of(
                    account,
                    told.Service,
                    delivered.Unit,
                    SoldUnitStatus.Refunded,
                    now,
                    "withdrawn"
                )
            )
            .Record(Audit(account, told, original, back, now));
        if (delivered.Payment is { } payment && payment.Amount >= back.Gross)
        {
            change = ToPayer(change, account, told, payment, back.Gross, now);
            original = original with { Open = original.Open + back.Gross };
        }
        var document = original.Document;
        return change.TakeBack(
            account,
            NewId.Derived<InvoiceId>($"{told.Service}/withdrawn"),
            original,
            CorrectionContent.Of(
                document,
                delivered.Unit,
                back,
                house.DayOf(now),
                InvoiceWords.Withdrawn(delivered.Unit.Name, document.Content.Language)
            ),
            house,
            now,
            null
        );
    }

    private static Amounts Back(ContractWithdrawn told, DeliveredUnit delivered, Remainder left)
    {
        var whole = left.Piece(delivered.Unit.Line, delivered.Unit.Paid);
        if (!delivered.Waiver || told.Used == 0 || whole == default)
            return whole;
        var rest = Money.Round(whole.Gross.Euros * (told.Days - told.Used) / told.Days);
        return rest == Money.Zero ? default : left.Share(delivered.Unit.Line + 1, rest);
    }

    /// <summary>Set aside from the invoice, which the correction then settles: nothing is owed either way.</summary>
    private static Change<AccountState> ToPayer(
        Change<AccountState> change,
        AccountId account,
        ContractWithdrawn told,
        PaidAtProvider payment,
        Money amount,
        DateTimeOffset now
    )
    {
        var user = UserId.Of(account.Value);
        var refund = NewId.Derived<RefundId>($"{told.Service}/withdrawn");
        var taken = Movements.RefundTaken(refund.Value, told.Invoice, amount);
        return change
            .Book(account, taken, now)
            .Record(new AllocationRow(taken.Effect, account, told.Invoice, -amount, "refund", now))
            .Send(
                Address.Of(payment.Payment),
                new StartRefund(refund, payment.ProviderPayment, amount, RefundTo.Method)
            )
            .Send(SendMail.Box(user), Mails.Refunded(user, amount, RefundTo.Method));
    }

    private static AuditRow Audit(
        AccountId account,
        ContractWithdrawn told,
        CorrectedInvoice original,
        Amounts back,
        DateTimeOffset now
    ) =>
        AuditRow.Of(
            Caller.System(now) with
            {
                Reason = "withdrawn",
            },
            "service.withdrawn",
            told.Service,
            UserId.Of(account.Value),
            new() { ["invoice"] = original.Document.Number, ["refunded"] = back.Gross.ToString() }
        );
}
