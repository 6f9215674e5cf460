using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing;

/// <summary>Rules of money that came in outside of the platform, as staff says.</summary>
internal static class PaidByHand
{
    /// <summary>Pays a draft in full: the invoice gets its number, the services are ordered.</summary>
    public static IssuedOrder Draft(
        AccountState state,
        Draft draft,
        Caller by,
        House house,
        DateTimeOffset now
    )
    {
        var order = draft.Order;
        var issued = Issuing.Issue(
            new Change<AccountState>(state with { Drafts = state.Drafts.Remove(order.Invoice) }),
            order,
            new Settling(
                Movements.HandToInvoice(order.Invoice, order.Total, by.Reason!),
                "by-hand",
                PaymentMethod.Sepa
            ),
            house,
            now
        );
        return issued with { Change = issued.Change.Record(Audit(order, by)) };
    }

    private static AuditRow Audit(Order order, Caller by) =>
        AuditRow.Of(
            by,
            "invoice.markedPaid",
            order.Invoice,
            order.Owner,
            new() { ["amount"] = order.Total.ToString() }
        );
}
