using Elizon.Billing;
using Elizon.Coupons;
using Elizon.Grains.Billing;
using Elizon.Payments;

namespace Elizon.Grains.Tests.Billing;

/// <summary>
/// Drafts that nobody pays, over hours of the moved clock. No test here delivers a service: its work would be done at
/// every step of the clock.
/// </summary>
public sealed class DraftLapseTests(AccountCluster fixture) : AccountTest(fixture)
{
    [Fact]
    public async Task An_unpaid_draft_lapses_in_time_and_leaves_the_list()
    {
        await TopUp("lapse", 9999);
        var placed = await Draft("lapse", 200);
        await Tell(
            "lapse",
            new PaymentEnded(
                placed.Payment!.Id,
                PaymentPurpose.Invoice,
                placed.Result.Invoice.Id,
                "failed"
            )
        );
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddHours(24).AddMinutes(-1));
        Assert.Single(await Invoices("lapse"));
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddMinutes(1));
        Assert.Empty(await Invoices("lapse"));
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Account("lapse").PayFromBalance(placed.Result.Invoice.Id, Shop.By("lapse"))
        );
        Assert.Equal("invoice.lapsed", refusal.Key);
    }

    [Fact]
    public async Task A_payment_that_ends_late_leaves_an_hour_to_try_again()
    {
        var placed = await Draft("late-end", 200);
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddHours(30));
        await Tell(
            "late-end",
            new PaymentEnded(
                placed.Payment!.Id,
                PaymentPurpose.Invoice,
                placed.Result.Invoice.Id,
                "expired"
            )
        );
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddMinutes(59));
        Assert.Single(await Invoices("late-end"));
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddMinutes(1));
        Assert.Empty(await Invoices("late-end"));
    }

    [Fact]
    public async Task A_lapsed_draft_gives_its_stock_back_and_a_late_payment_becomes_balance()
    {
        await Limit("lapsing.fra", 1);
        var placed = await Draft("lapsing", 999, "lapsing.fra");
        var payment = placed.Payment!;
        await Tell(
            "lapsing",
            new PaymentEnded(payment.Id, PaymentPurpose.Invoice, payment.Invoice, "expired")
        );
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddHours(25));
        Assert.Equal((1, 0, 0), await Level("lapsing.fra"));

        await Tell(
            "lapsing",
            new PaymentReceived(
                payment.Id,
                PaymentPurpose.Invoice,
                payment.Invoice,
                new Money(999),
                "tr_lapsing",
                "banktransfer"
            )
        );
        await Cluster.Quiet();
        Assert.Equal(new Money(999), await Account("lapsing").Balance());
        Assert.Contains(
            Cluster.Mails.To("lapsing@customer.example"),
            m => m.Subject.Contains("auf Ihrem Guthaben", StringComparison.Ordinal)
        );
        await Audited();
    }

    [Fact]
    public async Task A_lapsed_draft_gives_its_coupon_and_its_points_back()
    {
        await Known("saver");
        var terms = Shop.Coupon("LAPSE", 10, maxUses: 1);
        var coupon = Cluster.Grains.Coupon(terms.Code);
        await coupon.Create(terms, Shop.Staff("coupon"));
        await Account("saver").GrantPoints(100, "test", Shop.Staff("points"));
        var order = Shop.Order("saver", PaymentMethod.Mollie, Shop.Offer(1000)) with
        {
            Coupon = terms,
            Points = 100,
        };
        var placed = await Account("saver").Place(order, Shop.By("saver"));
        await Cluster.Quiet();
        Assert.Equal(new Money(800), placed.Payment!.Amount);
        Assert.Equal((0, 1), ((await coupon.Show()).Used, (await coupon.Show()).Held));
        Assert.Equal(0, (await Account("saver").Points()).Points);

        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddDays(21));
        Assert.Equal((0, 0), ((await coupon.Show()).Used, (await coupon.Show()).Held));
        Assert.Equal(100, (await Account("saver").Points()).Points);
    }

    [Fact]
    public async Task A_use_that_no_order_confirms_is_free_again_after_the_account_was_asked()
    {
        var terms = Shop.Coupon("STRAY", 10, maxUses: 1);
        var coupon = Cluster.Grains.Coupon(terms.Code);
        await coupon.Create(terms, Shop.Staff("stray"));
        await coupon.Reserve(OrderId.Of("stray-order"), AccountId.Of("stray"));
        Assert.Equal(1, (await coupon.Show()).Held);
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddMinutes(2));
        Assert.Equal(0, (await coupon.Show()).Held);
    }
}
