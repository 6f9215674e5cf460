namespace Elizon.Subscriptions;

/// <summary>What changes of size refuse.</summary>
public static class UpgradeRefusals
{
    public static Refusal Unavailable() =>
        new(
            RefusalKind.Conflict,
            "upgrade.unavailable",
            "The size of this product cannot be changed."
        );

    public static Refusal Nothing() =>
        new(RefusalKind.Invalid, "upgrade.nothing", "The service has exactly this size already.");

    public static Refusal NotASize(IReadOnlyCollection<string> faults) =>
        new(
            RefusalKind.Invalid,
            "upgrade.notASize",
            "The product cannot be changed to this size.",
            [.. faults]
        );

    public static Refusal UnderWay() =>
        new(
            RefusalKind.Conflict,
            "upgrade.underWay",
            "A change of this service is being made; wait until it is through.",
            retryAfterSeconds: 10
        );

    public static Refusal QuoteInvalid() =>
        new(
            RefusalKind.Invalid,
            "quote.invalid",
            "The quote was not made here for this service. Get one with POST /api/cart/upgrade."
        );

    public static Refusal QuoteExpired() =>
        new(RefusalKind.Conflict, "quote.expired", "The quote has expired. Get a new one.");

    public static Refusal QuoteChanged() =>
        new(
            RefusalKind.Conflict,
            "quote.changed",
            "The contract or its price has changed since the quote was made. Get a new one."
        );

    public static Refusal NotAnUpgrade() =>
        new(
            RefusalKind.Conflict,
            "quote.downgrade",
            "The quote is for a downgrade: order it with POST /api/services/{id}/apply-downgrade."
        );

    public static Refusal NotADowngrade() =>
        new(
            RefusalKind.Conflict,
            "quote.upgrade",
            "The quote is for an upgrade: order it with POST /api/services/{id}/upgrade."
        );
}
