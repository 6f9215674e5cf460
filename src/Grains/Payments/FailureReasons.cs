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
}
