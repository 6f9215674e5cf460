using Elizon.Billing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Payments;

namespace Elizon.Grains.Billing;

/// <summary>What staff does with a customer's money.</summary>
internal sealed partial class AccountGrain : IStaffAccount
{
    public async Task<BalanceView> Debit(Money amount, string reason, Caller by)
    {
        if (await aggregate.Replay<BalanceView>(by.Operation) is { } earlier)
            return earlier;
        var change = Credits.Debit(
            aggregate.State,
            Id,
            NewId.Derived<OrderId>(Identity(by.Operation)).Value,
            amount,
            reason,
            by,
            house,
            clock.GetUtcNow()
        );
        return await aggregate.Commit(change, by.Operation, new BalanceView(change.Next.Balance));
    }

    public async Task<RefundView> Refund(RefundOrder order, Caller by)
    {
        if (await aggregate.Replay<RefundView>(by.Operation) is { } earlier)
            return earlier;
        var now = clock.GetUtcNow();
        var id = NewId.Derived<RefundId>(Identity(by.Operation));
        var invoice = await documents.PaidBy(Id, Movements.Received(order.ProviderPayment));
        var change = Refunds.Take(
            aggregate.State,
            Id,
            id,
            order,
            invoice,
            invoice is { } paid ? await documents.FindBilled(Id, paid) : null,
            by,
            house,
            now
        );
        var status = order.To == RefundTo.Balance ? "REFUNDED" : "REQUESTED";
        return await aggregate.Commit(
            change,
            by.Operation,
            new RefundView(id.Value, order.Amount, order.To, status, now)
        );
    }
}
