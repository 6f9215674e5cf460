using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Coupons;
using Elizon.Grains.Billing;
using Elizon.Grains.Tests.Billing;

namespace Elizon.Grains.Tests.Coupons;

public sealed class CouponOrderTests(AccountCluster fixture) : AccountTest(fixture)
{
    [Fact]
    public async Task A_hundred_parallel_orders_with_the_last_use_have_one_winner_and_no_other_price()
    {
        string[] users = [.. Enumerable.Range(0, 8).Select(i => $"hunter{i}")];
        foreach (var user in users)
            await TopUp(user, 100_000);
        var coupon = await Make("RUSH", 50, t => t with { MaxUses = 1 });

        var won = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => Buy(users[i % users.Length], coupon))
        );
        await Cluster.Quiet();

        var winner = Assert.Single(won.OfType<string>());
        foreach (var user in users)
            Assert.Equal(
                new Money(user == winner ? 99_500 : 100_000),
                await Account(user).Balance()
            );
        var view = await Cluster.Grains.Coupon(coupon.Code).Show();
        Assert.Equal((1, 0), (view.Used, view.Held));
        await Audited();
    }

    [Fact]
    public async Task Each_piece_is_ordered_at_its_share_and_keeps_what_goes_on()
    {
        await TopUp("shares", 5000);
        var coupon = await Make("SHARES", 10, t => t with { Renewals = 3 });
        var result = await Order("shares", coupon, 999, 2);
        await Cluster.Quiet();
        var opened = await Cluster.Orders();
        var orders = result.Services.Select(s => opened.Single(o => o.Id == s.Id)).ToArray();
        Assert.Equal(new Money(1798), Money.Sum(orders.Select(o => o.Price)));
        Assert.All(orders, o => Assert.Equal(new Money(999), o.ListPrice));
        Assert.All(orders, o => Assert.Equal(new DiscountTerms("SHARES", 10, null, 3), o.Discount));
        var line = Assert.Single((await Invoice("shares", result.Invoice.Id)).Lines);
        Assert.Equal((new Money(999), new Money(1798)), (line.UnitPrice, line.Total));
        Assert.Contains("Gutschein SHARES: −2,00", line.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_use_comes_back_with_the_last_piece_that_is_taken_back()
    {
        await TopUp("back", 5000);
        var coupon = await Make("BACK", 10, t => t with { MaxPerPerson = 1 });
        var result = await Order("back", coupon, 999, 2);
        foreach (var service in result.Services)
            await Tell("back", new ServiceUndelivered(service.Id, result.Invoice.Id, 0, "no room"));
        await Cluster.Quiet();
        Assert.Equal(new Money(5000), await Account("back").Balance());
        var again = await Order("back", coupon, 999, 1);
        Assert.Equal(new Money(899), again.Invoice.Total);
        await Audited();
    }

    [Fact]
    public async Task Who_has_paid_before_is_no_new_customer()
    {
        await TopUp("regular", 5000);
        await Pay("regular", 100);
        var coupon = await Make("NEW", 10, t => t with { NewCustomers = true });
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Order("regular", coupon, 999, 1));
        Assert.Equal("coupon.newCustomersOnly", refusal.Key);
    }

    private async Task<string?> Buy(string user, CouponTerms coupon)
    {
        try
        {
            await Order(user, coupon, 1000, 1);
            return user;
        }
        catch (Refusal refusal) when (refusal.Key == "coupon.usedUp")
        {
            return null;
        }
    }

    private async Task<CheckoutResult> Order(
        string user,
        CouponTerms coupon,
        long cents,
        int quantity
    )
    {
        var order = Shop.Order(user, PaymentMethod.Guthaben, Shop.Offer(cents, quantity));
        var placed = await Account(user).Place(order with { Coupon = coupon }, Shop.By(user));
        return placed.Result;
    }

    private async Task<CouponTerms> Make(
        string code,
        decimal percent,
        Func<CouponTerms, CouponTerms> change
    )
    {
        var terms = Shop.Coupon(code, percent);
        var made = await Cluster
            .Grains.Coupon(terms.Code)
            .Create(change(terms), Shop.Staff($"make {code}"));
        return made.Terms;
    }
}
