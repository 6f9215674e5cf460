using Elizon.Sandbox.Faults;

namespace Elizon.Sandbox.Mollie;

/// <summary>The names of Mollie's fault switches. The target of the first two groups is an operation (<c>payments.create</c>).</summary>
internal static class MollieFaults
{
    public const string RateLimit = "call.429";
    public const string Unavailable = "call.503";
    public const string Slow = "call.slow";
    public const string Truncated = "call.truncated";
    public const string LostAnswer = "create.lost-answer";
    public const string SlowAnswer = "create.slow-answer";
    public const string EarlyWebhook = "webhook.early";
    public const string DuplicateWebhook = "webhook.duplicate";
    public const string ConcurrentWebhook = "webhook.concurrent";
    public const string ReorderWebhook = "webhook.reorder";
    public const string DropWebhook = "webhook.drop";
    public const string LateExpiry = "webhook.late-expiry";
    public const string BackToChoice = "checkout.back-to-choice";
    public const string RecurringFails = "recurring.fails";
    public const string RefundQueued = "refund.queued";
    public const string RefundFails = "refund.fails";
    public const string NotCancelable = "payment.not-cancelable";

    public static void AddMollieFaults(this IServiceCollection services)
    {
        void Add(string name, string summary) =>
            services.AddFault(MollieSimulator.SimulatorName, name, summary);

        Add(RateLimit, "Answers 429 and does nothing. Target: an operation, e.g. payments.create.");
        Add(Unavailable, "Answers 503 and does nothing. Target: an operation.");
        Add(Slow, "Waits before the work. Delay: 5 s. Target: an operation.");
        Add(
            Truncated,
            "Does the work and cuts the JSON of the answer in half. Target: an operation."
        );
        Add(
            LostAnswer,
            "A POST is carried out and stored, then the connection is cut. Delay before the cut: none."
        );
        Add(SlowAnswer, "A POST is carried out and stored, and answered late. Delay: 60 s.");
        Add(
            EarlyWebhook,
            "A webhook for the new payment is delivered before the create call is answered."
        );
        Add(
            DuplicateWebhook,
            "Each delivery is made twice, one after the other. Target: a payment."
        );
        Add(
            ConcurrentWebhook,
            "Each delivery is made twice at the same moment. Target: a payment."
        );
        Add(
            ReorderWebhook,
            "A new delivery is held until a later one was made. Delay at most: 5 s."
        );
        Add(
            DropWebhook,
            "A delivery gets lost on the way: nothing is sent, the attempt counts as failed. Target: a payment."
        );
        Add(
            LateExpiry,
            "When a payment is paid, an older open one with the same metadata member (value: its name, intentId) expires right after it."
        );
        Add(
            BackToChoice,
            "A failed or cancelled attempt leads back to the choice of method when none was fixed: still open, no webhook."
        );
        Add(
            RecurringFails,
            "A recurring payment fails. Value: the reason (a card's failureReason or a bank's code, AM04). Target: a customer."
        );
        Add(
            RefundQueued,
            "A new refund waits a day for the merchant's balance. Target: a payment."
        );
        Add(
            RefundFails,
            "A new refund fails in the end, the money stays with the merchant. Target: a payment."
        );
        Add(
            NotCancelable,
            "A new payment cannot be cancelled by the merchant (isCancelable false)."
        );
    }
}
