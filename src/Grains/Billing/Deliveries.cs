using Elizon.Grains.Audit;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Pricing;
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
    /// <param name="original">The piece's invoice as issued, and what is left of it: staff may have taken from it before.</param>
    public static Change<AccountState>? Undelivered(
        AccountState state,
        AccountId account,
        ServiceUndelivered undelivered,
        CorrectedInvoice? original,
        House house,
        DateTimeOffset now
    )
    {
        if (!state.Undelivered.TryGetValue(undelivered.Service, out var unit))
            return null;
        if (original is null)
            throw new InvalidOperationException($"Invoice {unit.Invoice} has no document.");
        var back = original.Left.Piece(unit.Line, unit.Paid);
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
            .Record(Audit(account, undelivered, original.Document, back, now));
        if (back != default)
            change = Refund(change, account, undelivered.Service, unit, original, back, house, now);
        return GiveBack(change, unit);
    }

    private static Change<AccountState> Refund(
        Change<AccountState> change,
        AccountId account,
        ServiceId service,
        SoldUnit unit,
        CorrectedInvoice original,
        Amounts back,
        House house,
        DateTimeOffset now
    )
    {
        var user = UserId.Of(account.Value);
        var id = NewId.Derived<InvoiceId>($"{service}/undelivered");
        var content = CorrectionContent.Of(original.Document, unit, back, house.DayOf(now));
        return change
            .TakeBack(account, id, original, content, house, now, null)
            .Send(
                SendMail.Box(user),
                Mails.ProvisioningFailed(user, unit.Name, content.Lines[0].Name, back.Gross)
            );
    }

    private static AuditRow Audit(
        AccountId account,
        ServiceUndelivered undelivered,
        IssuedDocument original,
        Amounts back,
        DateTimeOffset now
    ) =>
        AuditRow.Of(
            Caller.System(now) with
            {
                Reason = undelivered.Reason,
            },
            "service.undelivered",
            undelivered.Service,
            UserId.Of(account.Value),
            new() { ["invoice"] = original.Number, ["refunded"] = back.Gross.ToString() }
        );

    private static Change<AccountState> Settle(AccountState state, ServiceId service) =>
        new(state with { Undelivered = state.Undelivered.Remove(service) });

    private static Change<AccountState> GiveBack(Change<AccountState> change, SoldUnit unit)
    {
        if (unit.Stock is { } stock)
            change = change.Send(StockAddress.Of(stock), new StockReleased(unit.Order, 1));
        return unit.Coupon is { } coupon && unit.Discount > Money.Zero
            ? change.Send(Address.Of(coupon), new CouponReturned(unit.Order, unit.Discount))
            : change;
    }
}
