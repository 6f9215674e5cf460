using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Checkout;
using Elizon.Grains.Tests.Journeys;
using Elizon.Payments;

namespace Elizon.Grains.Tests.Checkout;

public sealed class SavedMethodTests
{
    [Theory]
    [InlineData(true, 1, "First 9.99 at the page")]
    [InlineData(false, 0, "Once 9.99 at the page")]
    public async Task An_order_keeps_its_method_where_the_customer_wants_it(
        bool save,
        int methods,
        string call
    )
    {
        await using var journey = await Journey.Begin("2026-11-25T08:00:00Z");
        await journey
            .Cluster.Grains.Checkout()
            .Checkout(
                new CheckoutOrder(
                    [new CartItem(Journey.Product, 30, Name: "world")],
                    PaymentMethod.Mollie,
                    new Consents(null, true),
                    SaveMethod: save
                ),
                journey.By
            );
        Assert.Equal(call, journey.Payments.Calls[^1].What);
        await journey.Payments.Pay(journey.Payments.Last);
        await journey.Settle();
        var kept = await journey.Cluster.Grains.PaymentMethods().List(journey.By);
        Assert.Equal(methods, kept.Length);
    }
}
