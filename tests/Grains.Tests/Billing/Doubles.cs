using System.Collections.Concurrent;
using Elizon.Grains.Outbox;
using Elizon.Grains.Services;
using Elizon.Identity;
using Elizon.Services;

namespace Elizon.Grains.Tests.Billing;

/// <summary>Everybody is a private customer in Berlin, reachable at id@customer.example.</summary>
[GrainType("user")]
public sealed class UserDouble : Grain, IUserGrain
{
    public Task<BillingProfile> BillingProfile() =>
        Task.FromResult(Shop.Profile(UserId.Of(this.GetPrimaryKeyString())));
}

/// <summary>Takes orders and keeps them for the test.</summary>
[GrainType("service")]
public sealed class ServiceDouble : Grain, IInbox
{
    public static readonly ConcurrentDictionary<ServiceId, ServiceOrder> Orders = new();

    public Task Receive(Delivery delivery)
    {
        var order = ((ServiceOrdered)delivery.Read()).Order;
        // A message may come again after a crash, but always with the same order.
        var known = Orders.GetOrAdd(order.Id, order);
        Assert.Equal(
            (order.Invoice, order.Line, order.Owner),
            (known.Invoice, known.Line, known.Owner)
        );
        return Task.CompletedTask;
    }
}
