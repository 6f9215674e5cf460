using Elizon.Payments;
using Orleans.Concurrency;

namespace Elizon.Grains.Payments;

/// <summary>
/// Finds what is refunded and asks the account. What is left of the payment goes along for the answer's sake; the payment
/// itself decides it, when the account's message reaches it.
/// </summary>
[StatelessWorker, GrainType("refund-desk")]
internal sealed class RefundDesk : Grain, IRefundDesk
{
    public async Task<RefundView> Refund(PaymentId payment, Money amount, RefundTo to, Caller by)
    {
        if (amount <= Money.Zero)
            throw CommonRefusals.Invalid("'amount' is above 0.00.");
        var paid = await GrainFactory.Payment(payment).ShowStaff(by);
        var best = paid.Attempts.Where(a => a.Status == "PAID").MaxBy(a => a.Refundable);
        if (best is null)
            throw PaymentRefusals.MoreThanPaid(Money.Zero);
        return await GrainFactory
            .StaffAccount(paid.Account)
            .Refund(
                new RefundOrder(payment, best.ProviderPayment!, amount, to, best.Refundable),
                by
            );
    }
}
