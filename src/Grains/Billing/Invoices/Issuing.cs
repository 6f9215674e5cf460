using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Services;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>How an order is paid, at the moment of issue.</summary>
/// <param name="Movement">Brings the money to the invoice.</param>
/// <param name="Source">As in <see cref="AllocationRow.Source"/>.</param>
internal sealed record Settling(Movement Movement, string Source, PaymentMethod Method)
{
    /// <summary>The source of money from the balance.</summary>
    public const string Balance = "balance";

    public static Settling FromBalance(Order order) =>
        new(
            Movements.BalanceToInvoice(order.Invoice, order.Total),
            Balance,
            PaymentMethod.Guthaben
        );
}

/// <summary>What an issue made.</summary>
internal sealed record IssuedOrder(Change<AccountState> Change, ImmutableArray<OrderedUnit> Units);

/// <summary>Turns a paid order into a numbered invoice with all that follows, in one change.</summary>
internal static class Issuing
{
    private static readonly string[] NumberInAnswer = ["invoice", "number"];

    /// <summary>
    /// The tax is decided for the day of supply, which is today: an order placed under another rate keeps its price and
    /// gets today's tax.
    /// </summary>
    public static IssuedOrder Issue(
        Change<AccountState> change,
        Order order,
        Settling settling,
        House house,
        DateTimeOffset now
    )
    {
        var day = house.DayOf(now);
        var cart = Prices.Split(order.Lines, Taxation.Decide(order.Buyer, day, house.Terms));
        var content = OrderContent
            .Of(order, cart, settling.Method, day, house)
            .For(change.Next.Invoicing);
        var units = OrderedUnit.Of(order, cart);
        change = change
            .Record(OrderRow.Of(order, OrderStatus.Paid, now))
            .Record(
                InvoiceRow.Of(
                    order.Invoice,
                    order.Account,
                    order.Id,
                    InvoiceKind.Invoice,
                    cart.Sum,
                    order.PlacedAt
                )
            )
            .Book(order.Account, Movements.Issued(order.Invoice, cart.Sum, cart.Tax), now)
            .RedeemPoints(order, now)
            .Book(order.Account, settling.Movement, now)
            .Record(
                new AllocationRow(
                    settling.Movement.Effect,
                    order.Account,
                    order.Invoice,
                    settling.Movement.On(LedgerName.Receivable),
                    settling.Source,
                    now
                )
            )
            .SettlePoints(order, settling, now)
            .Earn(order.Account, order.Invoice, order.ToPay, house.Terms.Points, now)
            .Number(Numbers.For(order.Invoice, order.Account, content, house, now, NumberInAnswer));
        change = units.Aggregate(change, (c, unit) => Sell(c, order, unit, now));
        return new IssuedOrder(
            change
                .Confirm(order)
                .Send(
                    DocumentMail.Box(order.Owner),
                    new DocumentMail(order.Invoice, DocumentMailKind.Invoice)
                    {
                        To = change.Next.Invoicing.Email,
                    }
                ),
            units
        );
    }

    private static Change<AccountState> Sell(
        Change<AccountState> change,
        Order order,
        OrderedUnit unit,
        DateTimeOffset now
    )
    {
        var sold = new SoldUnit(
            order.Invoice,
            order.Id,
            unit.Line,
            unit.Name,
            unit.Paid,
            unit.From.Offer.Stock,
            now,
            order.Coupon?.Code,
            unit.Discount
        );
        var next = change.Next with
        {
            Undelivered = change.Next.Undelivered.Add(unit.Service, sold),
        };
        var service = unit.ToService(order, now);
        return (change with { Next = next })
            .Record(SoldUnitRow.Of(order.Account, unit.Service, sold, SoldUnitStatus.Paid))
            .Send(
                Address.Of(service.AddOn?.Service ?? service.Id),
                service.AddOn is null ? new ServiceOrdered(service) : new AddOnOrdered(service)
            );
    }
}
