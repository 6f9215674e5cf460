using Elizon.Banking;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing;

/// <summary>The balance leaves by bank transfer.</summary>
internal sealed partial class AccountGrain
{
    public async Task<PayoutView> PayOut(string iban, string holder, Caller by)
    {
        if (await aggregate.Replay<PayoutView>(by.Operation) is { } earlier)
            return earlier;
        var id = NewId.Derived<PayoutId>(Identity(by.Operation));
        var (change, order) = BalancePayouts.Request(
            new Change<AccountState>(aggregate.State),
            Id,
            id,
            iban,
            holder,
            by,
            house,
            clock.GetUtcNow()
        );
        return await aggregate.Commit(
            change,
            by.Operation,
            new PayoutView(
                id,
                Id,
                order.Holder,
                order.PayeeIban,
                order.Amount,
                order.Text,
                PayoutStatus.Requested,
                null,
                order.RequestedAt,
                null,
                null
            )
        );
    }
}
