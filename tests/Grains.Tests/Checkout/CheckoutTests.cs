using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Checkout;
using Elizon.Grains.Billing;
using Elizon.Grains.Tests.Billing;
using Elizon.Grains.Tests.Catalog;
using Elizon.Payments;

namespace Elizon.Grains.Tests.Checkout;

/// <summary>The whole way from a cart to the account, over the real catalogue and its stock.</summary>
public sealed class CheckoutTests(AccountCluster fixture) : AccountTest(fixture), IAsyncLifetime
{
    public async Task InitializeAsync() =>
        await Cluster
            .Grains.CatalogAdmin()
            .Apply(
                CatalogSamples.Document(
                    CatalogSamples.Product("co-s"),
                    CatalogSamples.Product("co-one", stock: new() { ["fra"] = 1, ["hel"] = 0 })
                ),
                default,
                CatalogSamples.Staff(Cluster.Clock.GetUtcNow())
            );

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_cart_is_priced_as_it_will_be_charged()
    {
        var cart = await Checkout.Calculate([Item("co-s", 2)], null, await By("cart"));
        Assert.Equal(
            (new Money(839), new Money(159), new Money(998)),
            (cart.Net, cart.Tax, cart.Total)
        );
    }

    [Theory]
    [InlineData("SUMMER", "coupon.unknown")]
    [InlineData(null, "request.invalid")]
    public async Task A_coupon_and_an_empty_cart_are_refused(string? coupon, string key)
    {
        CartItem[] items = coupon is null ? [] : [Item("co-s")];
        var refusal = await Assert.ThrowsAsync<Refusal>(async () =>
            await Checkout.Calculate(items, coupon, await By("cart"))
        );
        Assert.Equal((RefusalKind.Invalid, key), (refusal.Kind, refusal.Key));
    }

    [Fact]
    public async Task What_cannot_be_had_is_named_with_its_reason()
    {
        var check = await Checkout.Validate(
            [Item("co-s"), Item("nothing"), Item("co-one", 2)],
            await By("check")
        );
        Assert.False(check.Valid);
        Assert.Equal(
            [(1, "product.unknown"), (2, "stock.soldOut")],
            check.Unavailable.Select(u => (u.Index, u.Reason))
        );
    }

    [Fact]
    public async Task Items_that_only_together_are_too_many_are_named_too()
    {
        var check = await Checkout.Validate([Item("co-one"), Item("co-one")], await By("check"));
        Assert.Equal(
            (1, "stock.soldOut"),
            (Assert.Single(check.Unavailable).Index, check.Unavailable[0].Reason)
        );
    }

    [Fact]
    public async Task The_bootstrap_says_what_a_checkout_needs()
    {
        await TopUp("boot", 1234);
        var bootstrap = await Checkout.Bootstrap(await By("boot"));
        Assert.Equal(
            (new Money(1234), "2026-11", "Müller", new Money(500), new Money(100_000)),
            (
                bootstrap.Balance,
                bootstrap.TermsVersion,
                bootstrap.Profile.LastName,
                bootstrap.Limits.TopUpMin,
                bootstrap.Limits.TopUpMax
            )
        );
        Assert.Equal(
            [PaymentMethod.Guthaben, PaymentMethod.Mollie],
            bootstrap.PaymentMethods.Where(m => m.Available).Select(m => m.Id)
        );
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_even_when_it_could_not_be_ordered_again()
    {
        await TopUp("repeat", 499);
        var by = await By("repeat", "op");
        var first = await Checkout.Checkout(Order(PaymentMethod.Guthaben, "co-one"), by);
        var second = await Checkout.Checkout(Order(PaymentMethod.Guthaben, "co-one"), by);
        Assert.Equal(first.Invoice, second.Invoice);
        Assert.Equal(first.Services, second.Services);
        Assert.NotNull(second.Invoice.Number);
        await Audited();
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused_whatever_the_method()
    {
        await Checkout.Checkout(Order(PaymentMethod.Mollie, "co-s"), await By("other-body", "op"));
        var refusal = await Assert.ThrowsAsync<Refusal>(async () =>
            await Checkout.Checkout(
                Order(PaymentMethod.Guthaben, "co-s"),
                await By("other-body", "op", "another body")
            )
        );
        Assert.Equal("idempotency.otherBody", refusal.Key);
    }

    [Fact]
    public async Task An_order_at_the_provider_answers_with_the_address_to_pay_at()
    {
        var by = await By("mollie", "op");
        var first = await Checkout.Checkout(Order(PaymentMethod.Mollie, "co-s"), by);
        var second = await Checkout.Checkout(Order(PaymentMethod.Mollie, "co-s"), by);
        Assert.StartsWith(
            World.Host.Control.ToString(),
            first.CheckoutUrl,
            StringComparison.Ordinal
        );
        Assert.Equal(
            (InvoiceStatus.Draft, null, new Money(499)),
            (first.Invoice.Status, first.Invoice.Number, first.Invoice.Total)
        );
        Assert.Equal((first.Invoice, first.CheckoutUrl), (second.Invoice, second.CheckoutUrl));
        Assert.Single(await Invoices("mollie"));
    }

    [Fact]
    public async Task The_answer_stays_the_same_after_the_order_was_paid()
    {
        var by = await By("paid-since", "op");
        var first = await Checkout.Checkout(Order(PaymentMethod.Mollie, "co-s"), by);
        await Pay("paid-since", first.Invoice);
        var second = await Checkout.Checkout(Order(PaymentMethod.Mollie, "co-s"), by);
        Assert.Equal((first.Invoice, first.CheckoutUrl), (second.Invoice, second.CheckoutUrl));
    }

    [Fact]
    public async Task With_the_provider_down_the_order_waits_and_a_repeat_goes_on()
    {
        var by = await By("down", "op");
        await World.Fault("mollie", "call.503", new { });
        var refusal = await Assert.ThrowsAsync<Refusal>(async () =>
            await Checkout.Checkout(Order(PaymentMethod.Mollie, "co-s"), by)
        );
        Assert.Equal(
            (RefusalKind.ProviderDown, "payment.providerDown", 15),
            (refusal.Kind, refusal.Key, refusal.RetryAfterSeconds)
        );
        await World.NoFaults();
        var result = await Checkout.Checkout(Order(PaymentMethod.Mollie, "co-s"), by);
        Assert.NotNull(result.CheckoutUrl);
        Assert.Equal(result.Invoice.Id, Assert.Single(await Invoices("down")).Id);
    }

    [Fact]
    public async Task A_draft_is_paid_from_the_balance_instead_and_repeats_the_answer()
    {
        var placed = await Checkout.Checkout(
            Order(PaymentMethod.Mollie, "co-s"),
            await By("change")
        );
        await TopUp("change", 500);
        var by = await By("change", "pay");
        var desk = Cluster.Grains.PaymentDesk();
        var first = await desk.Pay(placed.Invoice.Id, PaymentMethod.Guthaben, by);
        var second = await desk.Pay(placed.Invoice.Id, PaymentMethod.Guthaben, by);
        Assert.Equal(InvoiceStatus.Paid, first.Invoice.Status);
        Assert.NotNull(first.Invoice.Number);
        Assert.Equal((first.Invoice, new Money(1)), (second.Invoice, await Balance("change")));
    }

    [Fact]
    public async Task A_strangers_invoice_cannot_be_paid()
    {
        var placed = await Checkout.Checkout(
            Order(PaymentMethod.Mollie, "co-s"),
            await By("target")
        );
        foreach (var method in new[] { PaymentMethod.Guthaben, PaymentMethod.Mollie })
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(async () =>
                await Cluster
                    .Grains.PaymentDesk()
                    .Pay(placed.Invoice.Id, method, await By("intruder"))
            );
            Assert.Equal(RefusalKind.NotFound, refusal.Kind);
        }
    }

    [Fact]
    public async Task Unpaid_orders_are_limited_because_they_hold_stock()
    {
        for (var i = 0; i < 5; i++)
            await Checkout.Checkout(Order(PaymentMethod.Mollie, "co-s"), await By("hoard"));
        var refusal = await Assert.ThrowsAsync<Refusal>(async () =>
            await Checkout.Checkout(Order(PaymentMethod.Mollie, "co-s"), await By("hoard"))
        );
        Assert.Equal("orders.tooManyOpen", refusal.Key);
    }

    [Fact]
    public async Task Consent_to_outdated_terms_is_refused()
    {
        var order = Order(PaymentMethod.Guthaben, "co-s") with
        {
            Consents = new Consents("2020-01", true),
        };
        var refusal = await Assert.ThrowsAsync<Refusal>(async () =>
            await Checkout.Checkout(order, await By("terms"))
        );
        Assert.Equal("terms.changed", refusal.Key);
    }

    [Fact]
    public async Task Consents_are_kept_with_the_order()
    {
        await TopUp("consent", 499);
        await Checkout.Checkout(Order(PaymentMethod.Guthaben, "co-s"), await By("consent"));
        Assert.Equal(
            "2026-11 true session/test",
            await Cluster.Scalar<string>(
                "select terms_version || ' ' || withdrawal_waiver || ' ' || placed_by from customer_order where account = 'consent'"
            )
        );
    }

    [Fact]
    public async Task A_top_up_answers_with_the_address_to_pay_at_and_repeats_it()
    {
        var by = await By("topup", "op");
        var first = await Cluster.Grains.PaymentDesk().TopUp(new Money(5000), by);
        var second = await Cluster.Grains.PaymentDesk().TopUp(new Money(5000), by);
        Assert.Equal(first, second);
        Assert.Equal((PaymentPurpose.TopUp, "OPEN"), (first.Purpose, first.Status));
    }

    [Theory]
    [InlineData(499)]
    [InlineData(100_001)]
    [InlineData(-5000)]
    public async Task A_top_up_out_of_range_is_refused(long cents)
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(async () =>
            await Cluster.Grains.PaymentDesk().TopUp(new Money(cents), await By("range"))
        );
        Assert.Equal((RefusalKind.Invalid, "topUp.outOfRange"), (refusal.Kind, refusal.Key));
    }

    private async Task<Caller> By(string user, string? operation = null, string body = "body")
    {
        await Known(user);
        return Shop.By(user, operation, body);
    }

    private ICheckoutGrain Checkout => Cluster.Grains.Checkout();

    private Task<Money> Balance(string user) => Account(user).Balance();

    private static CartItem Item(string product, int quantity = 1) =>
        new(ProductId.Of(product), 30, quantity);

    private static CheckoutOrder Order(PaymentMethod method, string product) =>
        new([Item(product)], method, new Consents("2026-11", true));

    private Task Pay(string user, InvoiceSummary invoice) =>
        Tell(
            user,
            new PaymentReceived(
                PaymentId.Of("any"),
                PaymentPurpose.Invoice,
                invoice.Id,
                invoice.Total,
                $"tr_{invoice.Id}",
                "ideal"
            )
        );
}
