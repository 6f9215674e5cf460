using Elizon.Sandbox.Mollie.Payments;
using Elizon.Sandbox.Mollie.Webhooks;
using Elizon.Sandbox.Storage;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Mollie.Refunds;

/// <summary>The stored refunds; storing one also corrects the payment's sum and calls its webhook where due.</summary>
internal sealed class RefundBook(
    SandboxStore store,
    SandboxClock clock,
    PaymentBook payments,
    WebhookQueue webhooks
) : IMollieTimetable
{
    private const string Kind = "mollie.refund";

    public IReadOnlyList<Refund> All => store.All<Refund>(Kind);

    public DateTimeOffset? NextDue => All.Min(refund => refund.NextAt);

    public Refund? Find(string id) => store.Get<Refund>(Kind, id);

    public IReadOnlyList<Refund> Of(string paymentId) =>
        [.. All.Where(refund => refund.PaymentId == paymentId)];

    public void Put(StoreChanges changes, Refund refund, DateTimeOffset now)
    {
        changes.Put(Kind, refund.Id, refund);
        var payment = payments.Find(refund.PaymentId)!;
        var others = Of(payment.Id).Where(other => other.Id != refund.Id);
        var sum = others.Append(refund).Where(r => r.Counts).Sum(r => r.Amount.Number());
        PaymentBook.Put(changes, payment with { Refunded = sum });
        if (refund.IsAnnounced())
            webhooks.Enqueue(changes, payment, $"refund.{refund.Status.Word()}", now);
    }

    public void RunDue() =>
        store.Exclusively(() =>
        {
            var now = clock.GetUtcNow();
            // One write per step: two refunds of one payment both change its sum.
            while (All.FirstOrDefault(refund => refund.NextAt <= now) is { } due)
            {
                var changes = new StoreChanges();
                Put(changes, due.Step(due.NextAt!.Value), now);
                store.Write(changes);
            }
            return true;
        });
}
