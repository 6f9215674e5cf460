using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Catalog;
using Elizon.Grains.Coupons;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing;

/// <summary>Rules of what became of a paid piece: it runs, or its price goes back.</summary>
internal static class Deliveries
{
    /// <summary>Null when the piece is settled already.</summary>
    public static Change<AccountState>? Delivered(
        AccountState state,
        AccountId account,
        ServiceDelivered delivered,
        DateTimeOffset now
    ) =>
        state.Undelivered.TryGetValue(delivered.Service, out var unit)
            ? Settle(state, delivered.Service)
                .Record(
                    SoldUnitRow.Of(account, delivered.Service, unit, SoldUnitStatus.Delivered, now)
                )
            : null;

    /// <summary>
    /// A correction document takes the piece back to the cent, its price goes to the balance, its stock to the shelf.
    /// Null when the piece is settled already.
    /// </summary>
    /// <param name="original">The piece's invoice as issued.</param>
    public static Change<AccountState>? Undelivered(
        AccountState state,
        AccountId account,
        ServiceUndelivered undelivered,
        IssuedDocument? original,
        House house,
        DateTimeOffset now
    )
    {
        if (!state.Undelivered.TryGetValue(undelivered.Service, out var unit))
            return null;
        if (original is null)
            throw new InvalidOperationException($"Invoice {unit.Invoice} has no document.");
        var user = UserId.Of(account.Value);
        var id = NewId.Derived<InvoiceId>($"{undelivered.Service}/undelivered");
        var content = CorrectionContent.Of(original, unit, unit.Paid, house.DayOf(now));
        var change = Settle(state, undelivered.Service)
            .Record(
                SoldUnitRow.Of(
                    account,
                    undelivered.Service,
                    unit,
                    SoldUnitStatus.Refunded,
                    now,
                    undelivered.Reason
                )
            )
            .Record(
                AuditRow.Of(
                    Caller.System(now) with
                    {
                        Reason = undelivered.Reason,
                    },
                    "service.undelivered",
                    undelivered.Service,
                    user,
                    new()
                    {
                        ["invoice"] = original.Number,
                        ["refunded"] = unit.Paid.Gross.ToString(),
                    }
                )
            );
        change = Correct(change, account, id, original, unit, content, now)
            .Unearn(
                account,
                unit.Invoice,
                $"service/{undelivered.Service}",
                unit.Paid.Gross,
                house.Terms.Points,
                now
            )
            .Number(Numbers.For(id, account, content, house, now, null));
        return GiveBack(change, unit)
            .Send(
                SendMail.Box(user),
                Mails.ProvisioningFailed(user, unit.Name, content.Lines[0].Name, unit.Paid.Gross)
            )
            .Send(DocumentMail.Box(user), new DocumentMail(id, DocumentMailKind.Correction));
    }

    private static Change<AccountState> Settle(AccountState state, ServiceId service) =>
        new(state with { Undelivered = state.Undelivered.Remove(service) });

    private static Change<AccountState> Correct(
        Change<AccountState> change,
        AccountId account,
        InvoiceId id,
        IssuedDocument original,
        SoldUnit unit,
        InvoiceContent content,
        DateTimeOffset now
    )
    {
        var back = Movements.BalanceToInvoice(id, content.Sum.Gross);
        return change
            .Record(
                InvoiceRow.Of(
                    id,
                    account,
                    unit.Order,
                    InvoiceKind.Correction,
                    content.Sum,
                    now
                ) with
                {
                    Corrects = original.Id,
                }
            )
            .Book(account, Movements.Issued(id, content.Sum, content.Tax), now)
            .Book(account, back, now)
            .Record(new AllocationRow(back.Effect, account, id, content.Sum.Gross, "balance", now));
    }

    private static Change<AccountState> GiveBack(Change<AccountState> change, SoldUnit unit)
    {
        if (unit.Stock is { } stock)
            change = change.Send(StockAddress.Of(stock), new StockReleased(unit.Order, 1));
        return unit.Coupon is { } coupon && unit.Discount > Money.Zero
            ? change.Send(Address.Of(coupon), new CouponReturned(unit.Order, unit.Discount))
            : change;
    }
}
