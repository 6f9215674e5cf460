using System.Collections.Immutable;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Points;

/// <summary>Points that an order is paid with: taken when it is placed, booked when it is paid, back when it lapses.</summary>
internal static class OrderPoints
{
    public static (Change<AccountState> Change, ImmutableArray<PointLot> Taken) TakePoints(
        this Change<AccountState> change,
        Order order,
        DateTimeOffset now
    ) =>
        order.Points == 0
            ? (change, [])
            : NetPoints.Take(change, order.Account, KeyOf(order), order.Points, order.Invoice, now);

    /// <summary>Their worth comes to the balance, from where it goes to the invoice.</summary>
    public static Change<AccountState> RedeemPoints(
        this Change<AccountState> change,
        Order order,
        DateTimeOffset now
    ) =>
        order.Points == 0
            ? change
            : change.Redeem(order.Account, KeyOf(order), order.Points, order.Invoice, now);

    /// <summary>
    /// When a provider's money paid the rest, the points' worth is still to be brought from the balance to the invoice.
    /// </summary>
    public static Change<AccountState> SettlePoints(
        this Change<AccountState> change,
        Order order,
        Settling settling,
        DateTimeOffset now
    )
    {
        if (order.Points == 0 || settling.Source == Settling.Balance)
            return change;
        var rest = Movements.BalanceToInvoice(order.Invoice, NetPoints.Worth(order.Points));
        return change
            .Book(order.Account, rest, now)
            .Record(
                new AllocationRow(
                    rest.Effect,
                    order.Account,
                    order.Invoice,
                    NetPoints.Worth(order.Points),
                    Settling.Balance,
                    now
                )
            );
    }

    public static Change<AccountState> ReturnPoints(
        this Change<AccountState> change,
        Draft draft,
        DateTimeOffset now
    ) => change.Return(draft.Order.Account, KeyOf(draft.Order), draft.Points, now);

    private static string KeyOf(Order order) => $"order/{order.Id}";
}
