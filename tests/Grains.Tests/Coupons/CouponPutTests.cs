using Elizon.Coupons;
using Elizon.Grains.Tests.Billing;

namespace Elizon.Grains.Tests.Coupons;

/// <summary>Coupons as a catalogue file says them.</summary>
public sealed class CouponPutTests(AccountCluster fixture) : AccountTest(fixture)
{
    private static readonly CouponTerms Terms = Shop.Coupon("FILE10", 10);

    [Fact]
    public async Task A_file_adds_a_coupon_changes_it_and_a_second_time_does_nothing()
    {
        Assert.Equal(CouponChange.Added, await Put(Terms, dryRun: true));
        await Assert.ThrowsAsync<Refusal>(Coupon.Show);

        Assert.Equal(CouponChange.Added, await Put(Terms));
        Assert.Equal(CouponChange.None, await Put(Terms));
        Assert.Equal(CouponChange.Changed, await Put(Terms with { Percent = 20 }));
        Assert.Equal(20, (await Coupon.Show()).Terms.Percent);

        await Coupon.Disable(Shop.Staff());
        Assert.Equal(CouponChange.Changed, await Put(Terms));
        Assert.NotNull((await Coupon.Show()).DisabledAt);
        Assert.Equal(
            2L,
            await Cluster.Scalar<long>(
                "select count(*) from audit where action = 'coupon.changed' and target = 'coupon/FILE10'"
            )
        );
    }

    private ICouponGrain Coupon => Cluster.Grains.Coupon(Terms.Code);

    private async Task<CouponChange> Put(CouponTerms terms, bool dryRun = false) =>
        (await Coupon.Put(terms, dryRun, Shop.Staff())).Change;
}
