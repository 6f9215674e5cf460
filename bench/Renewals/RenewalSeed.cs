using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Fixtures;
using Elizon.Grains.Billing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Payments;
using Elizon.Services;

namespace Elizon.Bench.Renewals;

/// <summary>
/// Customers with money and a running contract each. One signs up and begins the real way; the others are copies of its
/// rows, because a hundred thousand registrations are not what is measured.
/// </summary>
internal static class RenewalSeed
{
    public static readonly Money Price = new(999);

    /// <summary>Far above the ids that the outbox draws.</summary>
    private static long _delivery = 900_000_000;

    /// <summary>What is copied; numbered columns draw their own.</summary>
    private static readonly string[] Tables =
    [
        "person",
        "user_email",
        "aggregate",
        "ledger_entry",
        "subscription",
        "due",
    ];

    /// <summary>The instant at which all of them are billed.</summary>
    public static async Task<DateTimeOffset> Plant(ElizonCluster cluster, int subscriptions)
    {
        var customer = await cluster.Customer();
        var name = customer.Id.Value;
        await Tell(cluster, "account", name, TopUp(name));
        await Tell(
            cluster,
            SubscriptionAddress.Kind,
            $"{name}-service",
            new SubscriptionBegan(Order(name), cluster.Clock.GetUtcNow())
        );
        await cluster.Quiet();
        foreach (var table in Tables)
            await Copy(cluster, table, name, subscriptions - 1);
        await using var analyze = cluster.Database.CreateCommand("vacuum analyze");
        await analyze.ExecuteNonQueryAsync();
        return new DateTimeOffset(
            await cluster.Scalar<DateTime>("select min(at) from due where kind = 'subscription'"),
            TimeSpan.Zero
        );
    }

    /// <summary>
    /// Does all that is due, with what had to be tried again. A run that outlasts the time of a call goes on and is asked
    /// again.
    /// </summary>
    public static async Task RunDue(ElizonCluster cluster)
    {
        while (true)
            try
            {
                await cluster.AdvanceTo(cluster.Clock.GetUtcNow().AddHours(1));
                return;
            }
            catch (TimeoutException) { }
    }

    private static async Task Copy(ElizonCluster cluster, string table, string name, int copies)
    {
        var bucket = table == "due" ? "|| jsonb_build_object('bucket', n % 64)" : "";
        await using var command = cluster.Database.CreateCommand(
            $"""
            insert into {table} overriding user value
            select (jsonb_populate_record(null::{table}, replace(to_jsonb(t)::text, '{name}', 'copy' || n)::jsonb {bucket})).*
            from {table} t, generate_series(1, {copies}) n
            where to_jsonb(t)::text like '%{name}%' and to_jsonb(t) ->> 'kind' is distinct from 'mailbox'
            """
        );
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    private static Task Tell(ElizonCluster cluster, string kind, string id, Message message) =>
        cluster
            .Grains.GetGrain<IInbox>(GrainId.Create(kind, id))
            .Receive(
                new Delivery(
                    Interlocked.Increment(ref _delivery),
                    "bench/seed",
                    MessageTypes.NameOf(message.GetType()),
                    Json.Write(message, message.GetType())
                )
            );

    private static PaymentReceived TopUp(string name) =>
        new(
            PaymentId.Of($"{name}-payment"),
            PaymentPurpose.TopUp,
            null,
            new Money(1_000_000),
            $"tr_{name}",
            "ideal"
        );

    private static ServiceOrder Order(string name) =>
        new(
            ServiceId.Of($"{name}-service"),
            UserId.Of(name),
            OrderId.Of($"{name}-order"),
            InvoiceId.Of($"{name}-invoice"),
            0,
            "world",
            ProductId.Of("minecraft-2g"),
            "Minecraft 2 GB",
            30,
            Price,
            PlanSamples.Small,
            DateTimeOffset.UnixEpoch,
            Price,
            null,
            Price
        );
}
