using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>What accounts ask of a payment: collect, give back.</summary>
internal sealed partial class PaymentGrain : IInbox
{
    public async Task Receive(Delivery delivery)
    {
        var message = delivery.Read();
        await aggregate.Receive(
            delivery,
            _ =>
                message switch
                {
                    CollectPayment collect => PaymentRules.Collect(State, collect.Intent, Now),
                    StartRefund refund => Aftermath.Begin(State, refund, Now),
                    _ => throw new InvalidOperationException(
                        $"A payment does not take {message.GetType().Name}."
                    ),
                }
        );
        // Behind the commit, outside this turn; whatever dies here is made up for by the due time.
        if (message is CollectPayment)
            MakeCollection();
        else
            MakeRefunds();
    }

    public async Task RefundRefused(RefundId refund, string reason)
    {
        if (Aftermath.Refused(State, refund, reason) is { } change)
            await aggregate.Commit(change);
    }

    private void MakeCollection()
    {
        if (
            State.Intent is { Sequence: PaymentSequence.Recurring } intent
            && State.Attempts[^1] is var last
            && PaymentRules.MayCreate(last, Now)
        )
            _ = Worker.Collect(PaymentRules.Order(State, last), intent.Account);
    }

    private void MakeRefunds()
    {
        foreach (var refund in State.Refunds.Where(r => r.IsToBeMade))
            _ = Worker.Refund(
                State.Intent!.Id,
                new NewProviderRefund(
                    RefundId.Of(refund.Id),
                    refund.ProviderPayment,
                    Aftermath.KeyOf(refund, Now),
                    refund.Amount,
                    State.Intent.Description
                )
            );
    }
}
