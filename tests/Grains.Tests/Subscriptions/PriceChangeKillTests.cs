using Elizon.Fixtures;
using Elizon.Grains.Outbox;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Grains.Subscriptions.PriceChanges;
using Elizon.Grains.Tests.Billing;
using Elizon.Services;
using Elizon.Subscriptions;

namespace Elizon.Grains.Tests.Subscriptions;

/// <summary>A new price on its way through more contracts than one commit asks, while a silo dies.</summary>
public sealed class PriceChangeKillTests : IAsyncLifetime
{
    private const int Contracts = Announcing.Page + 30;
    private static readonly UserId Owner = UserId.Of("landlord");
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ElizonCluster.StartToLoseASilo();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Every_contract_takes_it_exactly_once()
    {
        await Shop.Register(_cluster, Owner);
        for (var i = 0; i < Contracts; i++)
            await Begin(i);
        var today = DateOnly.FromDateTime(_cluster.Clock.GetUtcNow().UtcDateTime);
        var offer = Shop.Offer();
        var change = await _cluster
            .Grains.PriceChangeDesk()
            .Announce(
                new PriceChangeTerms(
                    offer.ProductId,
                    30,
                    new Money(1_299),
                    today.AddDays(45),
                    new Money(999)
                ),
                Shop.Staff("kill")
            );
        await _cluster
            .Grains.GetGrain<IDue>(GrainId.Create("price-change", change.Id!.Value.Value))
            .Due();
        await _cluster.Silos.KillSiloAsync(_cluster.Silos.Silos[1]);

        await ElizonCluster.Until(Done, "all contracts were told");

        Assert.Equal(
            Contracts,
            await _cluster.Scalar<long>("select count(*) from announced_price")
        );
        var mails = await _cluster.Mails.Wait($"{Owner}@customer.example", Contracts);
        var told = mails.Where(m => m.Subject.StartsWith("Neuer Preis", StringComparison.Ordinal));
        Assert.Equal(Contracts, told.DistinctBy(m => m.Id).Count());
    }

    /// <summary>Calls go astray until the death of the silo is known; the clock moves on meanwhile.</summary>
    private async Task<bool> Done()
    {
        try
        {
            await _cluster.AdvanceTo(_cluster.Clock.GetUtcNow().AddMinutes(1));
        }
        catch (Exception error) when (error is not Refusal)
        {
            return false;
        }
        return await _cluster.Scalar<long>(
                "select count(*) from price_change where done_at is not null"
            ) == 1
            && await _cluster.Scalar<long>("select count(*) from announced_price") == Contracts;
    }

    private async Task Begin(int number)
    {
        var offer = Shop.Offer();
        var id = NewId.Derived<ServiceId>("contract", number);
        var order = new ServiceOrder(
            id,
            Owner,
            NewId.Derived<OrderId>("contract", number),
            NewId.Derived<InvoiceId>("contract", number),
            0,
            $"world {number}",
            offer.ProductId,
            offer.ProductName,
            30,
            new Money(999),
            offer.Plan,
            Shop.Now
        );
        await _cluster
            .Grains.GetGrain<IInbox>(GrainId.Create(SubscriptionAddress.Kind, id.Value))
            .Receive(
                new Delivery(
                    810_000 + number,
                    "test/x",
                    "subscription.began",
                    Json.Write(new SubscriptionBegan(order, _cluster.Clock.GetUtcNow()))
                )
            );
    }
}
