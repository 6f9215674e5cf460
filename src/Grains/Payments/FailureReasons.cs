namespace Elizon.Grains.Payments;

/// <summary>Why a payment ended, where it is not the bank's or the card's own word.</summary>
internal static class FailureReasons
{
    /// <summary>The account has no method that can be collected by.</summary>
    public const string NoMandate = "no_mandate";

    /// <summary>The provider refused to make the payment.</summary>
    public const string NotAccepted = "not_accepted";

    /// <summary>The provider could not be reached for too long; it has no such payment.</summary>
    public const string NotReachable = "not_reachable";

    /// <summary>Reasons after which trying the same method again cannot help (payments sheet, section 4).</summary>
    private static readonly HashSet<string> Fatal =
    [
        "MD01",
        "AC01",
        "AC04",
        "AC06",
        "MS02",
        "card_expired",
        "inactive_card",
        NoMandate,
    ];

    public static bool IsFatal(string? reason) => reason is not null && Fatal.Contains(reason);
}
