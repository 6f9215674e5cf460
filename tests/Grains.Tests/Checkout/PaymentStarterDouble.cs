using System.Collections.Concurrent;
using Elizon.Payments;
using Orleans.Concurrency;

namespace Elizon.Grains.Tests.Checkout;

/// <summary>A payment provider's front: the same intent gives the same payment; the test says which customers find it down.</summary>
[StatelessWorker, GrainType("test-payment-starter")]
public sealed class PaymentStarterDouble : Grain, IPaymentStarter
{
    public static readonly ConcurrentDictionary<AccountId, bool> Down = new();
    public static readonly ConcurrentDictionary<PaymentId, PaymentIntent> Started = new();

    public Task<PaymentView> Start(PaymentIntent intent)
    {
        if (Down.GetValueOrDefault(intent.Account))
            throw new Refusal(RefusalKind.ProviderDown, "payment.down", "Down.", null, 7);
        Started[intent.Id] = intent;
        return Task.FromResult(
            new PaymentView(
                intent.Id,
                "OPEN",
                intent.Amount,
                intent.Purpose,
                intent.Invoice,
                $"https://pay.example/{intent.Id}",
                DateTimeOffset.UnixEpoch
            )
        );
    }
}
