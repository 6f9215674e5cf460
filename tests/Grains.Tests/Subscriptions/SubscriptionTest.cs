using Elizon.Catalog;
using Elizon.Coupons;
using Elizon.Fixtures;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Grains.Tests.Billing;
using Elizon.Identity;
using Elizon.Services;
using Elizon.Subscriptions;

namespace Elizon.Grains.Tests.Subscriptions;

/// <summary>Contracts over the real account; the clock moves from due instant to due instant.</summary>
public abstract class SubscriptionTest(AccountCluster fixture) : AccountTest(fixture)
{
    protected static readonly Money Price = new(999);

    private protected ISubscriptionGrain Contract(string user) =>
        Cluster.Grains.Subscription(Id(user));

    private protected Task<SubscriptionView> Show(string user) =>
        Contract(user).Show(Caller.System(Cluster.Clock.GetUtcNow()));

    /// <summary>The service was delivered now.</summary>
    private protected async Task Begin(string user, DiscountTerms? discount = null, int cycle = 30)
    {
        await Verified(user);
        await Told(
            user,
            new SubscriptionBegan(OrderOf(user, discount, cycle), Cluster.Clock.GetUtcNow())
        );
        await Cluster.Quiet();
    }

    private protected async Task Verified(string user)
    {
        await Known(user);
        // A registration that nobody confirms is removed after a while, and these tests are about years.
        await Cluster
            .Grains.User(UserId.Of(user))
            .VerifyAccount(
                await Cluster.CodeOf($"{user}@customer.example"),
                Shop.By(user) with
                {
                    At = Cluster.Clock.GetUtcNow(),
                }
            );
    }

    private protected Task Advance(double days) =>
        Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddDays(days));

    private protected Task Told(string user, Message message) => Told(Id(user), message);

    private protected Task Told(ServiceId service, Message message) =>
        Cluster
            .Grains.GetGrain<IInbox>(GrainId.Create(SubscriptionAddress.Kind, service.Value))
            .Receive(
                new Delivery(
                    NextDelivery(),
                    "test/x",
                    MessageTypes.NameOf(message.GetType()),
                    Json.Write(message, message.GetType())
                )
            );

    private protected static ServiceId Id(string user) => NewId.Derived<ServiceId>(user);

    private protected static ServiceOrder OrderOf(
        string user,
        DiscountTerms? discount = null,
        int cycle = 30
    )
    {
        var offer = Shop.Offer(Price.Cents) with { BillingCycle = cycle };
        return new ServiceOrder(
            Id(user),
            UserId.Of(user),
            NewId.Derived<OrderId>(user),
            NewId.Derived<InvoiceId>($"{user}/order"),
            0,
            "world",
            offer.ProductId,
            offer.ProductName,
            cycle,
            Price,
            offer.Plan,
            Shop.Now,
            Price,
            discount,
            Price
        );
    }
}
