using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Mollie.Payments;
using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Mollie.Webhooks;

/// <summary>The durable queue of webhook calls, and the history of the last ones.</summary>
internal sealed class WebhookQueue(SandboxStore store, MollieIds ids, FaultBoard faults)
{
    private const string Due = "mollie.webhook";
    private const string Done = "mollie.webhook.done";
    private const int MostDone = 1_000;
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(5);

    public IReadOnlyList<WebhookDelivery> Waiting => store.All<WebhookDelivery>(Due);

    public WebhookDelivery? Find(string id) => store.Get<WebhookDelivery>(Due, id);

    /// <summary>Delivered or given up, oldest first, the last thousand.</summary>
    public IReadOnlyList<WebhookDelivery> History => store.All<WebhookDelivery>(Done);

    /// <summary>Adds a call to the changes that store what it announces; nothing for a payment without a webhook.</summary>
    public void Enqueue(StoreChanges changes, Payment payment, string reason, DateTimeOffset now)
    {
        if (payment.WebhookUrl is not { } url)
            return;
        var hold = faults.Take(MollieSimulator.SimulatorName, MollieFaults.ReorderWebhook);
        var at = hold is null ? now : now + hold.DelayOr(LongestHold);
        var id = ids.New("wh");
        changes.Put(
            Due,
            id,
            new WebhookDelivery(id, payment.Id, url, reason, now, at, hold is not null, [])
        );
    }

    /// <summary>Stores the outcome of one attempt: done, given up, or due again by the schedule.</summary>
    public void Record(WebhookDelivery delivery, WebhookAttempt attempt) =>
        store.Exclusively(() =>
        {
            var after = delivery with { Held = false, Attempts = [.. delivery.Attempts, attempt] };
            var changes = new StoreChanges();
            if (!after.Delivered && WebhookSchedule.PauseAfter(after.Attempts.Count) is { } pause)
                changes.Put(Due, after.Id, after with { NextAt = attempt.At + pause });
            else
                Finish(changes, after);
            ReleaseHeld(changes, after, attempt.At);
            store.Write(changes);
            return true;
        });

    private void Finish(StoreChanges changes, WebhookDelivery delivery)
    {
        changes.Remove(Due, delivery.Id).Put(Done, delivery.Id, delivery);
        if (History is { Count: >= MostDone } full)
            changes.Remove(Done, full[0].Id);
    }

    private void ReleaseHeld(StoreChanges changes, WebhookDelivery made, DateTimeOffset now)
    {
        foreach (var held in Waiting.Where(other => other.Held && other.Id != made.Id))
            changes.Put(Due, held.Id, held with { Held = false, NextAt = now });
    }
}
