using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Elizon.Billing;
using Elizon.Fixtures;
using Elizon.Grains.Billing;
using Elizon.Grains.Providers.Lexware;
using Elizon.Grains.SecondBook;
using Elizon.Grains.Tests.Billing;
using Elizon.Identity;
using Elizon.SecondBook;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Tests.SecondBook;

/// <summary>Documents on their way into the sandbox's Lexware.</summary>
public sealed class SecondBookTests(BookCluster fixture) : IClassFixture<BookCluster>
{
    private static long _delivery = 880_000;
    private readonly SandboxWorld _world = fixture.World;
    private readonly ElizonCluster _cluster = fixture.Cluster;

    /// <summary>Lexware is away, then loses an answer: the platform sells on, and each document is there once.</summary>
    [Fact]
    public async Task Documents_wait_while_the_book_is_away_and_are_there_once_in_the_end()
    {
        await _world.Fault("lexware", "call.503", new { });
        var first = await Sell("anna", business: false);
        await Moves(s => s.LastError is not null, "the line noticed");
        var second = await Sell("berta", business: true);
        var waiting = await _cluster.Grains.BookDesk().Status();
        Assert.Equal((2L, 0L), (waiting.Waiting, waiting.Booked));

        await _world.NoFaults();
        await _world.Fault(
            "lexware",
            "create.504-done",
            new { remaining = 1, target = "vouchers.create" }
        );
        await Moves(s => s.Booked == 1, "the first is booked");
        await Moves(s => s.Booked == 2, "both are booked");
        var person = Assert.Single(await Vouchers(first));
        var business = Assert.Single(await Vouchers(second));
        Assert.All([person, business], v => Assert.Single(v["files"]!.AsArray()));
        Assert.All([person, business], v => Assert.Equal(9.99m, (decimal)v["totalGrossAmount"]!));
        Assert.Equal(
            (false, true),
            (person["contactId"] is not null, business["contactId"] is not null)
        );
    }

    [Fact]
    public async Task Other_totals_are_shown_to_staff_who_have_it_looked_up_again()
    {
        await _world.Fault("lexware", "voucher.wrong-total", new { remaining = 1 });
        var number = await Sell("carla", business: false);
        await Moves(s => s.Problems == 1, "the difference was seen");
        var stuck = Assert.Single(
            (await _cluster.Grains.BookDesk().Entries(true, PageRequest.Of(1, 20))).Items
        );
        Assert.Equal(
            (BookEntryStatus.Mismatch, new Money(999), new Money(1000)),
            (stuck.Status, stuck.Gross, stuck.SeenGross)
        );

        var after = await _cluster.Grains.BookDesk().Retry(stuck.Document, Shop.Staff());
        Assert.Equal((1L, 0L), (after.Waiting, after.Problems));
        await Moves(s => s.Problems == 1, "it is as it was");
        Assert.Single(await Vouchers(number));
    }

    /// <summary>Moves the clock over the line's pauses only: never over the lease of a call that is under way.</summary>
    private Task Moves(Func<BookStatusView, bool> until, string what) =>
        ElizonCluster.Until(
            async () =>
            {
                var status = await _cluster.Grains.BookDesk().Status();
                if (until(status))
                    return true;
                var pause = status.NextCallAt - _cluster.Clock.GetUtcNow();
                if (pause > TimeSpan.FromSeconds(45))
                    return false;
                if (pause > TimeSpan.Zero)
                    _cluster.Clock.Advance(pause.Value);
                await _cluster.RunDue();
                return false;
            },
            what
        );

    /// <summary>Sells something and gives the document's number.</summary>
    private async Task<string> Sell(string user, bool business)
    {
        var id = UserId.Of(user);
        await Shop.Register(_cluster, id);
        var account = _cluster.Grains.Account(id);
        await Shop.Deliver(
            _cluster,
            user,
            Shop.ToppedUp(user, new Money(999)),
            Interlocked.Increment(ref _delivery)
        );
        var order = Shop.Order(user, PaymentMethod.Guthaben, Shop.Offer());
        if (business)
            order = order with
            {
                Buyer = order.Buyer with
                {
                    AccountType = AccountType.Business,
                    Company = "Berta KG",
                },
            };
        var placed = await account.Place(order, Shop.By(user));
        return placed.Result.Invoice.Number!;
    }

    private async Task<JsonNode[]> Vouchers(string number)
    {
        using var http = new HttpClient();
        var list = await http.GetFromJsonAsync<JsonNode>(
            new Uri(_world.Host.Control, "control/lexware/vouchers")
        );
        return
        [
            .. list!["vouchers"]!
                .AsArray()
                .OfType<JsonNode>()
                .Where(v => (string?)v["voucherNumber"] == number),
        ];
    }
}

/// <summary>One cluster with its second book switched on, before the sandbox.</summary>
public sealed class BookCluster : IAsyncLifetime
{
    public SandboxWorld World { get; private set; } = null!;

    public ElizonCluster Cluster { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await SandboxWorld.Start(o => o.LexwareRequestsPerSecond = 1000);
        Cluster = await ElizonCluster.Start(services: silo =>
        {
            World.Connect(silo);
            silo.Configure<SecondBookOptions>(o => o.Enabled = true);
            silo.Configure<LexwareOptions>(o =>
            {
                o.BaseUrl = new Uri(World.Host.Control, "lexware/v1").ToString();
                o.ApiKey = "sandbox-lexware-key";
            });
        });
    }

    public async Task DisposeAsync()
    {
        await Cluster.DisposeAsync();
        await World.DisposeAsync();
    }
}
