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
using Elizon.Grains.Subscriptions;
using Elizon.Payments;

namespace Elizon.Grains.Billing;

/// <summary>A delivered piece as the rows know it.</summary>
/// <param name="Waiver">The customer had asked to start before the fourteen days passed.</param>
/// <param name="Payment">What had paid its invoice at the provider; null when the balance did, or something else.</param>
internal sealed record DeliveredUnit(SoldUnit Unit, bool Waiver, PaidAtProvider? Payment);

/// <summary>A payment at the provider that paid an invoice.</summary>
internal sealed record PaidAtProvider(PaymentId Payment, string ProviderPayment, Money Amount);

/// <summary>
/// Rules of a withdrawal (§§ 355, 357, 357a, 360 BGB): a correction document takes the piece back, its money goes back the
/// way it came; so with what was added to it since, and with changes of its size. Whoever had asked to start at once owes
/// the days that it ran.
/// </summary>
internal static class Withdrawals
{
    /// <summary>
    /// The piece goes back, and the contracts over what was added to it are told. Null when nothing of it is left to give
    /// back and nothing was added.
    /// </summary>
    public static Change<AccountState>? Take(
        AccountState state,
        AccountId account,
        ContractWithdrawn told,
        Known known,
        House house,
        DateTimeOffset now
    )
    {
        var change = TakePiece(state, account, told, known, house, now);
        return known.Contracts is { Length: > 0 } added
            ? added.Aggregate(
                change ?? new Change<AccountState>(state),
                (c, contract) =>
                    c.Send(SubscriptionAddress.Of(contract), new BaseWithdrawn(told.At ?? now))
            )
            : change;
    }

    /// <summary>What a change of size was charged, less the days at that size; it was paid from the balance and goes back there.</summary>
    /// <returns>Null when nothing is left to give back.</returns>
    public static Change<AccountState>? TakeChange(
        AccountState state,
        AccountId account,
        SizeChangeWithdrawn told,
        Known known,
        House house,
        DateTimeOffset now
    )
    {
        if (known.Document is not { } original)
            return null;
        var (document, left) = (original.Document, original.Left);
        var back = Unused(
            left,
            0,
            left.Lines[0],
            known.Delivered?.Waiver == true ? told.Used : 0,
            told.Days
        );
        if (back == default)
            return null;
        var content = document.Content;
        return new Change<AccountState>(state)
            .Record(Audit(account, told.Service, document, back, now))
            .TakeBack(
                account,
                NewId.Derived<InvoiceId>($"{document.Id}/withdrawn"),
                original,
                CorrectionContent.Take(
                    document,
                    left,
                    [new LineCorrection(1, back.Gross)],
                    InvoiceWords.Withdrawn(content.Lines[0].Name, content.Language),
                    house.DayOf(now)
                ),
                house,
                now,
                null
            );
    }

    private static Change<AccountState>? TakePiece(
        AccountState state,
        AccountId account,
        ContractWithdrawn told,
        Known known,
        House house,
        DateTimeOffset now
    )
    {
        if (known is not { Delivered: { } delivered, Document: { } original })
            return null;
        var unit = delivered.Unit;
        var back = Unused(
            original.Left,
            unit.Line,
            original.Left.Piece(unit.Line, unit.Paid),
            delivered.Waiver ? told.Used : 0,
            told.Days
        );
        if (back == default)
            return null;
        var change = new Change<AccountState>(state)
            .Record(
                SoldUnitRow.Of(
                    account,
                    told.Service,
                    unit,
                    SoldUnitStatus.Refunded,
                    now,
                    "withdrawn"
                )
            )
            .Record(Audit(account, told.Service, original.Document, back, now));
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
                unit,
                back,
                house.DayOf(now),
                InvoiceWords.Withdrawn(unit.Name, document.Content.Language)
            ),
            house,
            now,
            null
        );
    }

    /// <summary>What the days bear that are not owed.</summary>
    /// <param name="line">Index of the line that <paramref name="whole"/> is of.</param>
    /// <param name="owed">Of <paramref name="days"/>.</param>
    private static Amounts Unused(Remainder left, int line, Amounts whole, int owed, int days)
    {
        if (owed == 0 || whole == default)
            return whole;
        var rest = Money.Round(whole.Gross.Euros * (days - owed) / days);
        return rest == Money.Zero ? default : left.Share(line + 1, rest);
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
        ServiceId service,
        IssuedDocument document,
        Amounts back,
        DateTimeOffset now
    ) =>
        AuditRow.Of(
            Caller.System(now) with
            {
                Reason = "withdrawn",
            },
            "service.withdrawn",
            service,
            UserId.Of(account.Value),
            new() { ["invoice"] = document.Number, ["refunded"] = back.Gross.ToString() }
        );
}
