using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Fixtures;
using Elizon.Grains.Billing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Tests.Billing;

public sealed class SiloKillTests : IAsyncLifetime
{
    private const int Orders = 12;
    private static readonly string[] Users = [.. Enumerable.Range(0, 8).Select(i => $"kill{i}")];
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ElizonCluster.StartToLoseASilo();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    /// <summary>Customers repeat with the same key until they get an answer, as the API tells them to.</summary>
    [Fact]
    public async Task Orders_under_way_while_a_silo_dies_are_each_placed_exactly_once()
    {
        foreach (var user in Users)
        {
            await Shop.Register(_cluster, UserId.Of(user));
            await TopUp(user);
        }
        var first = new TaskCompletionSource();
        var customers = Users.Select(u => Buy(u, first)).ToArray();
        await first.Task;
        await _cluster.Silos.KillSiloAsync(_cluster.Silos.Silos[1]);
        await Task.WhenAll(customers);
        await _cluster.Quiet();

        Assert.Equal(
            Users.Length * Orders,
            await _cluster.Scalar<long>("select count(*) from invoice_document")
        );
        foreach (var user in Users)
            Assert.Equal(
                new Money(100_000 - Orders * 999),
                await _cluster.Grains.Account(UserId.Of(user)).Balance()
            );
        var audit = await _cluster.Grains.LedgerAuditor().Audit();
        Assert.True(audit.Clean, Json.Write(audit));
    }

    private async Task Buy(string user, TaskCompletionSource first)
    {
        for (var i = 0; i < Orders; i++)
        {
            var result = await Insist(user, $"op{i}");
            Assert.NotNull(result.Invoice.Number);
            first.TrySetResult();
        }
    }

    private async Task<CheckoutResult> Insist(string user, string key)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        while (true)
            try
            {
                var placed = await _cluster
                    .Grains.Account(UserId.Of(user))
                    .Place(
                        Shop.Order(user, PaymentMethod.Guthaben, Shop.Offer()),
                        Shop.By(user, key)
                    )
                    .WaitAsync(TimeSpan.FromSeconds(3), deadline.Token);
                return placed.Result;
            }
            catch (Exception error) when (error is not Refusal)
            {
                // The outcome is unknown: the silo died, or is not known to be dead yet.
                await Task.Delay(50, deadline.Token);
            }
    }

    private Task TopUp(string user) =>
        _cluster
            .Grains.GetGrain<IInbox>(GrainId.Create("account", user))
            .Receive(
                new Delivery(
                    740_000 + Array.IndexOf(Users, user),
                    "test/x",
                    "account.payment-received",
                    Json.Write(
                        new PaymentReceived(
                            PaymentId.Of($"p-{user}"),
                            PaymentPurpose.TopUp,
                            null,
                            new Money(100_000),
                            $"tr_{user}",
                            "ideal"
                        )
                    )
                )
            );
}
