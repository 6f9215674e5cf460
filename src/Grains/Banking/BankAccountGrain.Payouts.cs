using Elizon.Banking;
using Elizon.Grains.Banking.Payouts;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Banking;

/// <summary>Money that leaves the bank account.</summary>
internal sealed partial class BankAccountGrain
{
    public Task Receive(Delivery delivery) =>
        aggregate.Receive(
            delivery,
            message =>
                message is PayoutOrdered order
                    ? PayoutRules.Ordered(aggregate.State, Id, order)
                    : throw new InvalidOperationException(
                        $"A bank account does not take {message.GetType().Name}."
                    )
        );

    public async Task<BankTransactionView> SendBack(BankTransactionId transaction, Caller by)
    {
        if (await aggregate.Replay<BankTransactionView>(by.Operation) is { } earlier)
            return earlier;
        var change = PayoutRules.SendBack(
            aggregate.State,
            await records.Find(transaction),
            by,
            clock.GetUtcNow()
        );
        return await Decide(change, by);
    }

    public async Task<PayoutFileView> ExportPayouts(Caller by)
    {
        if (await aggregate.Replay<PayoutFileView>(by.Operation) is { } earlier)
            return earlier;
        var now = clock.GetUtcNow();
        var seller = house.Terms.Seller;
        var waiting = await payouts.Waiting(Id);
        var id = NewId.Of<PayoutFileId>(by.Operation, chance);
        var order = new PaymentOrder(
            id,
            seller.Name,
            Id.Value,
            seller.Bic,
            waiting,
            now,
            house.DayOf(now)
        );
        var (change, file) = PayoutRules.Export(aggregate.State, waiting, id, order, by, now);
        return await aggregate.Commit(change, by.Operation, file.ToView());
    }

    public async Task<PayoutView[]> RejectPayouts(PayoutFileId file, Caller by)
    {
        if (await aggregate.Replay<PayoutView[]>(by.Operation) is { } earlier)
            return earlier;
        var change = PayoutRules.Reject(
            aggregate.State,
            await payouts.In(file),
            by,
            clock.GetUtcNow()
        );
        PayoutView[] rejected =
        [
            .. change.Rows.Select(r => r.Row).OfType<PayoutRow>().Select(p => p.ToView()),
        ];
        return await aggregate.Commit(change, by.Operation, rejected);
    }
}
