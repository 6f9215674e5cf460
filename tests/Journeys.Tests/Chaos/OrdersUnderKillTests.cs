using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Elizon.Processes;
using Xunit.Abstractions;

namespace Elizon.Journeys.Tests.Chaos;

/// <summary>
/// Orders while the host dies at random moments and the outside world loses answers: every order ends with exactly one
/// charge, one invoice and one server, or with all of its money back and no server.
/// </summary>
public sealed class OrdersUnderKillTests(ITestOutputHelper output)
{
    private const int Customers = 4;
    private const decimal Price = 3.99m;

    [Fact]
    public async Task Every_order_ends_with_one_charge_one_invoice_and_one_server_or_a_full_refund()
    {
        await using var sandbox = await SandboxProcess.Start();
        await using var platform = await PlatformProcess.Start(sandbox);
        var shoppers = await SignUp(platform, sandbox);
        await Faults(sandbox);

        var placed = new ConcurrentDictionary<string, (Shopper Shopper, JsonElement Answer)>();
        var ordering = Task.WhenAll(shoppers.Select((shopper, c) => Order(shopper, c, placed)));
        var kills = await Kill(platform, ordering);
        await ordering;

        await sandbox.NoFaults();
        var ends = await Ends(placed.Values);
        output.WriteLine(
            $"{placed.Count} orders, {kills} kills: {ends.Count(e => e.Value == "RUNNING")} delivered, {ends.Count(e => e.Value == "FAILED")} refunded"
        );
        await OneServerEach(sandbox, ends);
        foreach (var shopper in shoppers)
            await OneChargeEach(
                shopper,
                placed.Values.Where(p => p.Shopper == shopper).Select(p => p.Answer).ToList(),
                ends
            );
        await Audited(platform);
        Assert.True(kills >= ChaosSettings.Kills, $"Only {kills} kills.");
    }

    private static async Task<List<Shopper>> SignUp(
        PlatformProcess platform,
        SandboxProcess sandbox
    )
    {
        var shoppers = new List<Shopper>();
        for (var c = 0; c < Customers; c++)
        {
            var shopper = await Shopper.SignUp(platform.Address, sandbox, $"chaos{c}");
            for (var paid = 0m; paid < PerCustomer * Price; paid += 500)
                await shopper.TopUp(500, $"topup-{c}-{paid}");
            shoppers.Add(shopper);
        }
        return shoppers;
    }

    private static int PerCustomer => ChaosSettings.Orders / Customers;

    private static async Task Faults(SandboxProcess sandbox)
    {
        await sandbox.Fault(
            "pterodactyl",
            "create.lost-answer",
            new
            {
                probability = 0.2,
                delayMilliseconds = 1000,
                seed = 1,
            }
        );
        await sandbox.Fault(
            "pterodactyl",
            "create.failed",
            new
            {
                probability = 0.1,
                delayMilliseconds = 500,
                seed = 2,
            }
        );
        await sandbox.Fault("pterodactyl", "http.500", new { probability = 0.05, seed = 3 });
        await sandbox.Fault(
            "pterodactyl",
            "http.slow",
            new
            {
                probability = 0.05,
                delayMilliseconds = 1500,
                seed = 4,
            }
        );
        await sandbox.Fault(
            "pterodactyl",
            "http.lost-answer",
            new { probability = 0.05, seed = 5 }
        );
        await sandbox.Fault("pterodactyl", "install.fail", new { probability = 0.15, seed = 6 });
    }

    /// <summary>One after the other, so that orders are under way during every kill.</summary>
    private static async Task Order(
        Shopper shopper,
        int customer,
        ConcurrentDictionary<string, (Shopper, JsonElement)> placed
    )
    {
        for (var n = 0; n < PerCustomer; n++)
        {
            var key = $"order-{customer}-{n}";
            var answer = await shopper.Order("minecraft-s", key);
            Assert.True(
                answer.Status == HttpStatusCode.Created,
                $"{key}: {answer.Status} {answer.Body}"
            );
            placed[key] = (shopper, answer.Body);
            // Spread over the whole run, or all orders would be placed before the second kill.
            await Task.Delay(TimeSpan.FromSeconds(3.0 * ChaosSettings.Kills / PerCustomer));
        }
    }

    private async Task<int> Kill(PlatformProcess platform, Task ordering)
    {
        var chance = new Chance(ChaosSettings.Seed);
        var kills = 0;
        while (kills < ChaosSettings.Kills || !ordering.IsCompleted)
        {
            var served = TimeSpan.FromMilliseconds(chance.Next(100, 2500));
            await Task.Delay(served);
            var killed = Stopwatch.GetTimestamp();
            await platform.KillAndRestart();
            output.WriteLine(
                $"kill {++kills} after {served.TotalSeconds:0.0} s, ready again in {Stopwatch.GetElapsedTime(killed).TotalSeconds:0.0} s"
            );
        }
        return kills;
    }

    /// <summary>No service is left on the way.</summary>
    private static async Task<Dictionary<string, string>> Ends(
        ICollection<(Shopper Shopper, JsonElement Answer)> placed
    )
    {
        var ends = new Dictionary<string, string>();
        foreach (var (shopper, answer) in placed)
        {
            var id = ServiceOf(answer);
            var last = "";
            await Wait.For(
                async () =>
                {
                    var service = await shopper.Service(id);
                    var status = service.GetProperty("status").GetString()!;
                    ends[id] = status;
                    last = service.ToString();
                    return status is "RUNNING" or "FAILED";
                },
                $"service {id} is running or refunded",
                () => last,
                seconds: 400
            );
        }
        return ends;
    }

    private static async Task OneServerEach(SandboxProcess sandbox, Dictionary<string, string> ends)
    {
        var tags = (await sandbox.Servers())
            .Select(s => s.GetProperty("externalId").GetString()!)
            .ToList();
        Assert.Equal(tags.Count, tags.Distinct().Count());
        Assert.Equal(
            ends.Where(e => e.Value == "RUNNING").Select(e => e.Key).Order(),
            tags.Order()
        );
    }

    private static async Task OneChargeEach(
        Shopper shopper,
        List<JsonElement> answers,
        Dictionary<string, string> ends
    )
    {
        var delivered = answers.Count(a => ends[ServiceOf(a)] == "RUNNING");
        var toppedUp = Math.Ceiling(PerCustomer * Price / 500) * 500;
        Assert.Equal(toppedUp - delivered * Price, await shopper.Balance());
        var invoices = new List<JsonElement>();
        for (
            var page = await Invoices(shopper, 0);
            page.Count > 0;
            page = await Invoices(shopper, invoices.Count)
        )
            invoices.AddRange(page);
        var charged = invoices
            .Where(i => i.GetProperty("kind").GetString() == "INVOICE")
            .ToDictionary(i => i.GetProperty("id").GetString()!);
        Assert.Equal(answers.Count, charged.Count);
        foreach (var answer in answers)
        {
            var invoice = charged[answer.GetProperty("invoice").GetProperty("id").GetString()!];
            var expected = ends[ServiceOf(answer)] == "RUNNING" ? "PAID" : "CORRECTED";
            Assert.Equal(expected, invoice.GetProperty("status").GetString());
        }
    }

    private static async Task<List<JsonElement>> Invoices(Shopper shopper, int offset) =>
        [
            .. (await shopper.Get($"/api/invoices?limit=100&offset={offset}"))
                .GetProperty("invoices")
                .EnumerateArray(),
        ];

    private static async Task Audited(PlatformProcess platform)
    {
        using var staff = await Staff.LogIn(platform.Address);
        var audit = (await staff.Get("/api/admin/ledger/audit")).GetProperty("audit");
        Assert.True(audit.GetProperty("clean").GetBoolean(), audit.ToString());
    }

    private static string ServiceOf(JsonElement answer) =>
        answer.GetProperty("services")[0].GetProperty("id").GetString()!;
}
