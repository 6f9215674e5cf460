using System.Text.Json;
using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Mollie.Mandates;
using Elizon.Sandbox.Storage;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Mollie.Payments;

/// <summary>Where payers, tests and the clock decide payments: everything that changes one besides the API itself.</summary>
internal sealed class PaymentDesk(
    SandboxStore store,
    SandboxClock clock,
    FaultBoard faults,
    PaymentBook book,
    MandateRules mandates
) : IMollieTimetable
{
    private const string StandardCountry = "DE";
    private const string StandardMethod = "creditcard";

    /// <returns>The payment after the decision, or null for an unknown id.</returns>
    /// <exception cref="IllegalTransition">When its status does not allow that.</exception>
    public Payment? Decide(string id, Decision decision) =>
        store.Exclusively(() =>
        {
            if (book.Find(id) is not { } payment)
                return null;
            var now = clock.GetUtcNow();
            var changes = new StoreChanges();
            var after = Decide(changes, book.Current(changes, payment, now), decision, now);
            store.Write(changes);
            return after;
        });

    public DateTimeOffset? NextDue =>
        book.All.Min(payment => payment.ExpiresAt ?? payment.Planned?.At);

    /// <summary>Expires what ran out of time and ends what has a planned outcome.</summary>
    public void RunDue()
    {
        // One write for each: the end of one may change another (fault webhook.late-expiry).
        foreach (var id in book.All.Where(IsDue).Select(payment => payment.Id).ToList())
            store.Exclusively(() => RunDue(id));
    }

    private bool RunDue(string id)
    {
        var now = clock.GetUtcNow();
        var payment = book.Find(id)!;
        var changes = new StoreChanges();
        if (payment.Planned is { } planned && planned.At <= now)
            Decide(changes, payment, Of(planned), now);
        else
            book.Current(changes, payment, now);
        store.Write(changes);
        return true;
    }

    private bool IsDue(Payment payment) =>
        (payment.ExpiresAt ?? payment.Planned?.At) <= clock.GetUtcNow();

    private static Decision Of(PlannedOutcome planned) =>
        new(planned.Status, FailureReason: planned.Reason);

    private Payment Decide(
        StoreChanges changes,
        Payment payment,
        Decision decision,
        DateTimeOffset now
    )
    {
        if (LeadsBackToChoice(payment, decision))
            return payment;
        var chosen = payment with
        {
            Method = Chosen(payment, decision),
            CountryCode = decision.Country ?? payment.CountryCode ?? StandardCountry,
        };
        chosen = chosen with { Details = PaymentDetails.Of(chosen, decision) };
        var after = book.Become(changes, chosen, decision.Status, now);
        if (after.Status == PaymentStatus.Paid)
            ExpireRival(changes, after, now);
        if (after.Status == PaymentStatus.Failed)
            mandates.AfterRefusal(changes, after, PaymentDetails.ReasonIn(after));
        after = mandates.AfterDecision(changes, after, now);
        PaymentBook.Put(changes, after);
        return after;
    }

    private bool LeadsBackToChoice(Payment payment, Decision decision) =>
        payment is { Status: PaymentStatus.Open, Methods.Length: not 1 }
        && decision.Status is PaymentStatus.Failed or PaymentStatus.Canceled
        && faults.Take(MollieSimulator.SimulatorName, MollieFaults.BackToChoice) is not null;

    // Whoever cancels or lets it expire may never have chosen.
    private static string? Chosen(Payment payment, Decision decision)
    {
        if (payment.SequenceType == SequenceTypes.Recurring)
            return payment.Method;
        if (decision.Method is { } method && PaymentMethods.Find(method) is not null)
            return method;
        return decision.Status is PaymentStatus.Canceled or PaymentStatus.Expired
            ? payment.Method
            : payment.Method ?? payment.Methods.FirstOrDefault(StandardMethod);
    }

    // The field's classic: attempt B is paid, attempt A expires afterwards, and a shop cancels the paid order.
    private void ExpireRival(StoreChanges changes, Payment paid, DateTimeOffset now)
    {
        if (faults.On.All(on => on.Fault != MollieFaults.LateExpiry))
            return;
        var member =
            faults.Take(MollieSimulator.SimulatorName, MollieFaults.LateExpiry)?.Value
            ?? "intentId";
        var rival = book.All.LastOrDefault(other =>
            other.Id != paid.Id
            && other.World == paid.World
            && other.MayBecome(PaymentStatus.Expired)
            && Member(other.Metadata, member) is { } value
            && value == Member(paid.Metadata, member)
        );
        if (rival is not null)
            book.Become(changes, rival, PaymentStatus.Expired, now);
    }

    private static string? Member(JsonElement? metadata, string name) =>
        metadata is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty(name, out var value)
            ? value.GetRawText()
            : null;
}
