using System.Collections.Concurrent;
using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Fixtures;
using Elizon.Grains.Billing;
using Elizon.Grains.Catalog;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Tests.Billing;

/// <summary>What tests of accounts share: one cluster per class, a customer per test.</summary>
public abstract class AccountTest(AccountCluster fixture) : IClassFixture<AccountCluster>
{
    private static long _delivery = 770_000;

    private protected ElizonCluster Cluster => fixture.Cluster;

    private protected SandboxWorld World => fixture.World;

    private protected IAccountGrain Account(string user) => Cluster.Grains.Account(UserId.Of(user));

    /// <summary>Registers a person under this id, once.</summary>
    private protected Task Known(string user) => fixture.Known(user);

    private protected async Task TopUp(string user, long cents, string? provider = null)
    {
        await Known(user);
        provider ??= $"tr_{user}_{cents}";
        await Tell(
            user,
            new PaymentReceived(
                PaymentId.Of($"p-{provider}"),
                PaymentPurpose.TopUp,
                null,
                new Money(cents),
                provider,
                "ideal"
            )
        );
    }

    private protected Task Tell(string user, Message message) =>
        Deliver(user, message, NextDelivery());

    private protected static long NextDelivery() => Interlocked.Increment(ref _delivery);

    private protected Task Deliver(string user, Message message, long id) =>
        Shop.Deliver(Cluster, user, message, id);

    private protected Task<InvoiceDetail> Invoice(string user, InvoiceId id) =>
        Cluster.Grains.InvoiceReader().Find(AccountId.Of(user), id);

    private protected async Task<InvoiceView[]> Invoices(string user) =>
        (
            await Cluster
                .Grains.InvoiceReader()
                .List(AccountId.Of(user), null, OffsetRequest.Of(0, 100))
        ).Items;

    private protected async Task<CheckoutResult> Pay(
        string user,
        long cents,
        int quantity = 1,
        string? name = null
    )
    {
        var placed = await Account(user)
            .Place(
                Shop.Order(user, PaymentMethod.Guthaben, Shop.Offer(cents, quantity, name)),
                Shop.By(user)
            );
        return placed.Result;
    }

    private protected async Task<PlacedOrder> Draft(string user, long cents, string? stock = null)
    {
        await Known(user);
        return await Account(user)
            .Place(
                Shop.Order(user, PaymentMethod.Mollie, Shop.Offer(cents, stock: stock)),
                Shop.By(user)
            );
    }

    /// <summary>Says how many pieces a stock has.</summary>
    private protected Task Limit(string stock, int pieces) =>
        Cluster
            .Grains.GetGrain<IInbox>(GrainId.Create("stock", stock))
            .Receive(
                new Delivery(
                    NextDelivery(),
                    "catalog/main",
                    "stock.limited",
                    Json.Write(new StockLimited(pieces))
                )
            );

    private protected async Task<(int Pieces, int Reserved, int Sold)> Level(string stock)
    {
        await using var command = Cluster.Database.CreateCommand(
            $"select pieces, reserved, sold from stock_level where stock = '{stock}'"
        );
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
    }

    /// <summary>The books are right at the end of every test.</summary>
    private protected async Task Audited()
    {
        var audit = await Cluster.Grains.LedgerAuditor().Audit();
        Assert.True(audit.Clean, Json.Write(audit));
    }
}

/// <summary>One cluster for a class.</summary>
public sealed class AccountCluster : IAsyncLifetime
{
    public ElizonCluster Cluster { get; private set; } = null!;

    private readonly ConcurrentDictionary<string, Lazy<Task>> _known = new();

    /// <summary>The payment provider before which the cluster runs.</summary>
    public SandboxWorld World { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await SandboxWorld.Start();
        Cluster = await ElizonCluster.Start(services: services =>
        {
            World.Connect(services);
            services.AddSingleton<IIncomingGrainCallFilter, LostAnswers>();
        });
    }

    public Task Known(string user) =>
        _known
            .GetOrAdd(user, id => new Lazy<Task>(() => Shop.Register(Cluster, UserId.Of(id))))
            .Value;

    public async Task DisposeAsync()
    {
        await Cluster.DisposeAsync();
        await World.DisposeAsync();
    }
}
