using Elizon.Sandbox.Mollie.Http;
using Elizon.Sandbox.Mollie.Webhooks;
using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Mollie.Payments;

/// <summary>The stored payments, and the one way to store a new status: together with its webhook.</summary>
internal sealed class PaymentBook(SandboxStore store, WebhookQueue webhooks)
{
    private const string Kind = "mollie.payment";

    /// <summary>All payments of both worlds, oldest first.</summary>
    public IReadOnlyList<Payment> All => store.All<Payment>(Kind);

    public Payment? Find(string id) => store.Get<Payment>(Kind, id);

    /// <summary>The payment as it is now: one whose time ran out is expired on the way.</summary>
    /// <exception cref="MollieProblem">404 for an unknown id, and for one of the other world.</exception>
    public Payment Get(MollieCall call)
    {
        var id = call.Route("id");
        return Find(id) is { } payment && payment.World == call.Access.World
            ? Current(call.Changes, payment, call.Now)
            : throw MollieProblem.NotFound("payment", id);
    }

    public Payment Current(StoreChanges changes, Payment payment, DateTimeOffset now) =>
        payment.IsOverdue(now) ? Become(changes, payment, PaymentStatus.Expired, now) : payment;

    public Payment Become(
        StoreChanges changes,
        Payment payment,
        PaymentStatus status,
        DateTimeOffset now
    )
    {
        var after = payment.Become(status, now);
        Put(changes, after);
        if (PaymentRules.IsAnnounced(status))
            webhooks.Enqueue(changes, after, status.Word(), now);
        return after;
    }

    public static void Put(StoreChanges changes, Payment payment) =>
        changes.Put(Kind, payment.Id, payment);
}
