using Elizon.Api.Tests.Billing;
using Elizon.Billing;

namespace Elizon.Api.Tests.Checkout;

public sealed class CheckoutApiTests(BillingApi api) : IClassFixture<BillingApi>
{
    private static readonly object Item = new { productId = "api-s", billingCycle = 30 };
    private static readonly object Order = new
    {
        items = new[] { Item },
        paymentMethod = "guthaben",
    };

    [Fact]
    public async Task A_cart_is_priced_in_euros_with_two_decimals()
    {
        var (status, body) = await api.Post(
            "/api/cart/calculate",
            await api.Customer(),
            new { items = new[] { Item } }
        );
        var cart = body.GetProperty("cart");
        Assert.Equal(200, status);
        Assert.Equal(
            ("4.19", "0.80", "4.99"),
            (
                cart.GetProperty("net").GetRawText(),
                cart.GetProperty("tax").GetRawText(),
                cart.GetProperty("total").GetRawText()
            )
        );
    }

    [Fact]
    public async Task A_checkout_without_money_is_402_and_creates_nothing()
    {
        var customer = await api.Customer();
        var (status, body) = await api.Post("/api/checkout", customer, Order);
        Assert.Equal(402, status);
        Assert.Equal("balance.tooLow", body.GetProperty("errorKey").GetString());
        var (_, list) = await api.Get("/api/invoices", customer);
        Assert.Equal(0, list.GetProperty("invoices").GetArrayLength());
    }

    [Fact]
    public async Task A_checkout_answers_201_and_a_repeat_the_same_to_the_letter()
    {
        var customer = await api.Customer(500);
        var first = await api.Post("/api/checkout", customer, Order, "key-1");
        var second = await api.Post("/api/checkout", customer, Order, "key-1");
        Assert.Equal(201, first.Status);
        Assert.Equal(
            (first.Status, first.Body.GetRawText()),
            (second.Status, second.Body.GetRawText())
        );
        var invoice = first.Body.GetProperty("invoice");
        Assert.Equal("PAID", invoice.GetProperty("status").GetString());
        Assert.StartsWith(
            "RE-2026-",
            invoice.GetProperty("number").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "PENDING",
            first.Body.GetProperty("services")[0].GetProperty("status").GetString()
        );
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_409()
    {
        var customer = await api.Customer(5000);
        await api.Post("/api/checkout", customer, Order, "key-2");
        var (status, body) = await api.Post(
            "/api/checkout",
            customer,
            new
            {
                items = new[] { new { productId = "api-s", billingCycle = 90 } },
                paymentMethod = "guthaben",
            },
            "key-2"
        );
        Assert.Equal(409, status);
        Assert.Equal("idempotency.otherBody", body.GetProperty("errorKey").GetString());
    }

    [Fact]
    public async Task Every_fault_of_an_order_is_named()
    {
        var (status, body) = await api.Post(
            "/api/checkout",
            await api.Customer(),
            new
            {
                items = new object[] { new { productId = "", billingCycle = "monthly" } },
                paymentMethod = "shells",
            }
        );
        Assert.Equal(400, status);
        var faults = body.GetProperty("validationErrors")
            .EnumerateArray()
            .Select(f => f.GetString()!)
            .ToArray();
        Assert.Contains(faults, f => f.Contains("items[0].billingCycle", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("paymentMethod", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/cart/calculate")]
    [InlineData("/api/cart/validate")]
    public async Task An_empty_cart_is_400(string path)
    {
        var (status, _) = await api.Post(
            path,
            await api.Customer(),
            new { items = Array.Empty<object>() }
        );
        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Bank_transfer_is_told_to_be_unavailable()
    {
        var (status, body) = await api.Post(
            "/api/checkout",
            await api.Customer(),
            new { items = new[] { Item }, paymentMethod = "sepa" }
        );
        Assert.Equal(
            (409, "payment.methodUnavailable"),
            (status, body.GetProperty("errorKey").GetString())
        );
    }

    [Fact]
    public async Task The_bootstrap_names_terms_limits_and_methods()
    {
        var (status, body) = await api.Get("/api/checkout/bootstrap", await api.Customer(1234));
        var checkout = body.GetProperty("checkout");
        Assert.Equal(
            (200, "12.34", "guthaben"),
            (
                status,
                checkout.GetProperty("balance").GetRawText(),
                checkout.GetProperty("paymentMethods")[0].GetProperty("id").GetString()
            )
        );
        Assert.Equal(
            "1000.00",
            checkout.GetProperty("limits").GetProperty("topUpMax").GetRawText()
        );
    }

    [Fact]
    public async Task A_coupon_of_staff_takes_its_discount_off_preview_and_order_once()
    {
        var (made, _) = await api.Post(
            "/api/admin/coupons",
            api.Staff,
            new
            {
                code = "once50",
                percent = 50,
                maxPerPerson = 1,
            },
            reason: "test"
        );
        Assert.Equal(201, made);
        var customer = await api.Customer(500);
        var (status, preview) = await api.Post(
            "/api/coupons/preview",
            customer,
            new { couponCode = "Once50", items = new[] { Item } }
        );
        Assert.Equal(
            (200, "2.50", "2.49"),
            (
                status,
                preview.GetProperty("coupon").GetProperty("discount").GetRawText(),
                preview.GetProperty("cart").GetProperty("total").GetRawText()
            )
        );
        var order = new
        {
            items = new[] { Item },
            paymentMethod = "guthaben",
            couponCode = "ONCE50",
            expectedTotal = 2.49,
        };
        var (placed, body) = await api.Post("/api/checkout", customer, order);
        Assert.Equal(
            (201, "2.49"),
            (placed, body.GetProperty("invoice").GetProperty("total").GetRawText())
        );
        await api.Host.Cluster.Quiet();
        var (again, refusal) = await api.Post("/api/checkout", customer, order);
        Assert.Equal(
            (409, "coupon.usedByYou"),
            (again, refusal.GetProperty("errorKey").GetString())
        );
    }

    [Fact]
    public async Task NetPoints_of_staff_pay_a_part_of_an_order_and_show_in_the_history()
    {
        var customer = await api.Customer(300);
        await api.Post(
            $"/api/admin/accounts/{customer.Id}/netpoints",
            api.Staff,
            new { points = 250, reason = "sorry" }
        );
        var (_, preview) = await api.Post("/api/netpoints/preview", customer, new { total = 4.99 });
        Assert.Equal(250, preview.GetProperty("netpoints").GetProperty("maximum").GetInt32());
        var (status, _) = await api.Post(
            "/api/checkout",
            customer,
            new
            {
                items = new[] { Item },
                paymentMethod = "guthaben",
                netPoints = 250,
            }
        );
        Assert.Equal(201, status);
        var (_, history) = await api.Get("/api/netpoints", customer);
        // 2.49 were paid with money: two points.
        Assert.Equal(2, history.GetProperty("netpoints").GetProperty("points").GetInt32());
        Assert.Equal(
            ["EARNED", "REDEEMED", "GRANTED"],
            history
                .GetProperty("transactions")
                .EnumerateArray()
                .Select(t => t.GetProperty("reason").GetString())
        );
        Assert.Equal(new Money(51), await api.Host.Cluster.Grains.Account(customer.Id).Balance());
    }
}
