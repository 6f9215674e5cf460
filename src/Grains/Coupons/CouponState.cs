using System.Collections.Immutable;
using Elizon.Coupons;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Coupons;

/// <summary>A coupon. Who used it is rows (<see cref="CouponUseRow"/>): a coupon that thousands use must not grow.</summary>
internal sealed record CouponState : IDueState
{
    public CouponTerms? Terms { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Paid orders, those given back whole not counted.</summary>
    public int Used { get; init; }

    /// <summary>Orders on their way; those without <see cref="CouponHold.AskAt"/> are held by a committed order.</summary>
    public ImmutableSortedDictionary<string, CouponHold> Held { get; init; } =
        ImmutableSortedDictionary<string, CouponHold>.Empty;

    public DateTimeOffset? DueAt => Held.Values.Min(h => h.AskAt);

    public CouponView ToView() => new(Terms!, Used, Held.Count, CreatedAt, DisabledAt);
}

/// <param name="AskAt">When the account is asked whether it knows the order; null once it said so.</param>
/// <param name="Asked">An answer is under way: until it is here, the order cannot be reserved again.</param>
internal sealed record CouponHold(AccountId Account, DateTimeOffset? AskAt, bool Asked = false);
