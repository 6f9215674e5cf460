using Elizon.Coupons;

namespace Elizon.Rules.Tests.Coupons;

/// <summary>Coupons that tests bend.</summary>
internal static class CouponSamples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    public static readonly Caller Staff = Caller.System(Now);

    public static CouponTerms Percent(decimal percent, int? renewals = 0) =>
        Terms() with
        {
            Percent = percent,
            Renewals = renewals,
        };

    public static CouponTerms Amount(long cents, int? renewals = 0) =>
        Terms() with
        {
            Amount = new Money(cents),
            Renewals = renewals,
        };

    private static CouponTerms Terms() =>
        new(CouponCode.Of("summer"), null, null, null, 0, null, null, false, [], null, null, null);
}
