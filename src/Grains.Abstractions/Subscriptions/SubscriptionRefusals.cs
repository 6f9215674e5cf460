namespace Elizon.Subscriptions;

/// <summary>What subscriptions refuse.</summary>
public static class SubscriptionRefusals
{
    public static Refusal NotFound() => CommonRefusals.NotFound("subscription");

    public static Refusal OwnerOnly() =>
        new(
            RefusalKind.Forbidden,
            "subscription.ownerOnly",
            "Only the owner of the service may change its contract."
        );

    public static Refusal Ended() =>
        new(RefusalKind.Conflict, "subscription.ended", "The contract has ended.");

    public static Refusal NotCancelled() =>
        new(
            RefusalKind.Conflict,
            "subscription.notCancelled",
            "The contract is not cancelled; there is nothing to take back."
        );

    public static Refusal Cancelled() =>
        new(
            RefusalKind.Conflict,
            "subscription.cancelled",
            "The contract is cancelled. Reactivate it first."
        );

    public static Refusal InvoiceOpen() =>
        new(
            RefusalKind.Conflict,
            "subscription.invoiceOpen",
            "The next period is billed already. Pay that invoice first."
        );

    public static Refusal AddOn() =>
        new(
            RefusalKind.Conflict,
            "subscription.addOn",
            "An add-on keeps its cycle and has no offers of its own."
        );

    public static Refusal NoSuchCycle(IEnumerable<int> cycles) =>
        CommonRefusals.Invalid(
            $"'billingCycle' must be one of {string.Join(", ", cycles)} days for this product."
        );

    public static Refusal OfferTaken() =>
        new(
            RefusalKind.Conflict,
            "subscription.offerTaken",
            "This offer can be taken once per service, and it was."
        );

    public static Refusal NoticeTooShort(DateOnly earliest) =>
        CommonRefusals.Invalid($"'from' must not be before {earliest:yyyy-MM-dd}.");

    public static Refusal NoPriceBefore() =>
        CommonRefusals.Invalid(
            "'before' is needed: the catalogue has no price above 0.00 for this product and cycle."
        );
}
