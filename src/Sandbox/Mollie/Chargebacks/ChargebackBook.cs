using Elizon.Sandbox.Mollie.Mandates;
using Elizon.Sandbox.Mollie.Payments;
using Elizon.Sandbox.Mollie.Webhooks;
using Elizon.Sandbox.Storage;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Mollie.Chargebacks;

/// <summary>What the payer's bank does to a paid payment; a merchant can only watch.</summary>
internal sealed class ChargebackBook(
    SandboxStore store,
    SandboxClock clock,
    PaymentBook payments,
    MandateRules mandates,
    WebhookQueue webhooks,
    MollieIds ids
)
{
    private const string Kind = "mollie.chargeback";

    public IReadOnlyList<Chargeback> All => store.All<Chargeback>(Kind);

    public Chargeback? Find(string id) => store.Get<Chargeback>(Kind, id);

    public IReadOnlyList<Chargeback> Of(string paymentId) =>
        [.. All.Where(chargeback => chargeback.PaymentId == paymentId)];

    /// <returns>Null for a payment that is not paid, or of which nothing is left.</returns>
    public Chargeback? Receive(string paymentId, string? reason) =>
        store.Exclusively(() =>
        {
            if (
                payments.Find(paymentId)
                is not { Status: PaymentStatus.Paid, Remaining: > 0 } payment
            )
                return null;
            var now = clock.GetUtcNow();
            var amount = payment.Amount.With(payment.Remaining);
            var chargeback = new Chargeback(
                ids.New("chb"),
                payment.World,
                payment.Id,
                amount,
                reason,
                now,
                null
            );
            var changes = new StoreChanges().Put(Kind, chargeback.Id, chargeback);
            PaymentBook.Put(
                changes,
                payment with
                {
                    ChargedBack = payment.ChargedBack + amount.Number(),
                }
            );
            mandates.AfterRefusal(changes, payment, reason);
            webhooks.Enqueue(changes, payment, "chargeback.received", now);
            store.Write(changes);
            return chargeback;
        });

    /// <summary>Gives the money back. Old-style webhooks do not tell: the merchant has to look.</summary>
    public Chargeback? Reverse(string id) =>
        store.Exclusively(() =>
        {
            if (Find(id) is not { ReversedAt: null } chargeback)
                return null;
            var payment = payments.Find(chargeback.PaymentId)!;
            var reversed = chargeback with { ReversedAt = clock.GetUtcNow() };
            var changes = new StoreChanges().Put(Kind, reversed.Id, reversed);
            var left = payment.ChargedBack - chargeback.Amount.Number();
            PaymentBook.Put(changes, payment with { ChargedBack = left });
            store.Write(changes);
            return reversed;
        });
}
