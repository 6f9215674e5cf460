using Elizon.Billing;

namespace Elizon.Grains.Billing.Closing;

/// <summary>An account that takes no part in trade any more.</summary>
internal sealed record ClosedAccount(DateTimeOffset Since)
{
    /// <summary>Who closed it decides who may open it again.</summary>
    public bool ByStaff { get; init; }

    /// <summary>The last payout; null where nothing was there. Its status is the bank account's to say.</summary>
    public OrderedPayout? Payout { get; init; }
}

/// <param name="To">See <see cref="ClosingPayout.To"/>.</param>
internal sealed record OrderedPayout(
    PayoutId Id,
    Money Amount,
    string To,
    DateTimeOffset RequestedAt
);
