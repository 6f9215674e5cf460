using System.Diagnostics;
using System.Text.Json;
using Elizon.Processes;
using Xunit.Abstractions;

namespace Elizon.Journeys.Tests.Chaos;

/// <summary>
/// Contracts renew while the test clock runs and the host dies at random moments: every period is charged once, mailed
/// once (counted by Message-ID, which derives from the message's outbox id), and none is lost.
/// </summary>
public sealed class RenewalsUnderKillTests(ITestOutputHelper output)
{
    private const string Product = "minecraft-s";
    private const int Cycle = 7;
    private const decimal Price = 1.19m;

    /// <summary>Invoices are issued half a short cycle ahead.</summary>
    private const int Lead = Cycle / 2;

    private const int PerShopper = 5;
    private static readonly int Contracts = Math.Clamp(ChaosSettings.Renewals / 20, PerShopper, 50);
    private static readonly int Periods = ChaosSettings.Renewals / Contracts;

    [Fact]
    public async Task Every_period_is_charged_once_and_mailed_once()
    {
        await using var sandbox = await SandboxProcess.Start();
        await using var platform = await PlatformProcess.Start(sandbox);
        var shoppers = await Customers(platform, sandbox);
        using var staff = await Staff.LogIn(platform.Address);

        var kills = await PlayAndKill(platform, staff);

        foreach (var (shopper, contracts) in shoppers)
        {
            var invoices = await ChargedOnce(shopper, contracts);
            await MailedOnce(sandbox, shopper, invoices);
        }
        await NothingLeft(staff);
        output.WriteLine(
            $"{Contracts} contracts, {Periods} periods each, {kills} kills: {Contracts * Periods} renewals, none doubled, none lost"
        );
        Assert.Equal(ChaosSettings.RenewalKills, kills);
    }

    private static async Task<List<(Shopper Shopper, int Contracts)>> Customers(
        PlatformProcess platform,
        SandboxProcess sandbox
    )
    {
        var shoppers = new List<(Shopper, int)>();
        for (var left = Contracts; left > 0; left -= PerShopper)
        {
            var contracts = Math.Min(left, PerShopper);
            var shopper = await Shopper.SignUp(
                platform.Address,
                sandbox,
                $"renews{shoppers.Count}"
            );
            for (var paid = 0m; paid < ToppedUp(contracts); paid += 1000)
                await shopper.TopUp(1000, $"topup-{paid}");
            for (var nr = 0; nr < contracts; nr++)
                await Delivered(shopper, $"contract-{nr}");
            shoppers.Add((shopper, contracts));
        }
        return shoppers;
    }

    private static decimal ToppedUp(int contracts) =>
        Math.Ceiling(contracts * Price * (Periods + 1) / 1000) * 1000;

    private static async Task Delivered(Shopper shopper, string key)
    {
        var order = await shopper.Order(Product, key, Cycle);
        var id = order.Body.GetProperty("services")[0].GetProperty("id").GetString()!;
        await Wait.For(
            async () => (await shopper.Service(id)).GetProperty("status").GetString() == "RUNNING",
            $"service {id} runs"
        );
    }

    /// <summary>The clock goes in as many parts as there are kills; one kill falls into each.</summary>
    private async Task<int> PlayAndKill(PlatformProcess platform, Staff staff)
    {
        var chance = new Chance(ChaosSettings.Seed);
        var start = Now(await staff.Get("/api/admin/clock"));
        // Behind the last period that is to be billed, and long before the one after it.
        var whole = TimeSpan.FromDays(Periods * Cycle - Lead + 1);
        var kills = 0;
        while (kills < ChaosSettings.RenewalKills)
        {
            var until = start + whole * (kills + 1) / ChaosSettings.RenewalKills;
            await staff.Ask("/api/admin/clock", "chaos", new { until });
            var served = TimeSpan.FromMilliseconds(chance.Next(20, 800));
            await Task.Delay(served);
            var killed = Stopwatch.GetTimestamp();
            await platform.KillAndRestart();
            kills++;
            output.WriteLine(
                $"kill {kills} after {served.TotalSeconds:0.00} s, ready again in {Stopwatch.GetElapsedTime(killed).TotalSeconds:0.0} s"
            );
            await Reach(platform, staff, until);
        }
        return kills;
    }

    private static async Task Reach(PlatformProcess platform, Staff staff, DateTimeOffset until)
    {
        if (Now(await staff.Get("/api/admin/clock")) >= until)
            return;
        await staff.Ask("/api/admin/clock", "chaos", new { until });
        var last = "";
        await Wait.For(
            async () =>
            {
                var clock = await staff.Get("/api/admin/clock");
                last = clock.ToString();
                return Now(clock) >= until && !IsMoving(clock);
            },
            $"the clock stands at {until:O}",
            () => $"{last}\n{platform.Said}",
            seconds: 600
        );
    }

    private static DateTimeOffset Now(JsonElement answer) =>
        answer.GetProperty("clock").GetProperty("now").GetDateTimeOffset();

    private static bool IsMoving(JsonElement answer) =>
        answer.GetProperty("clock").TryGetProperty("until", out var until)
        && until.ValueKind != JsonValueKind.Null;

    /// <summary>One paid invoice for each order and each period, and not a cent more taken.</summary>
    private static async Task<List<JsonElement>> ChargedOnce(Shopper shopper, int contracts)
    {
        var invoices = new List<JsonElement>();
        for (
            var page = await Invoices(shopper, 0);
            page.Count > 0;
            page = await Invoices(shopper, invoices.Count)
        )
            invoices.AddRange(page);
        Assert.Equal(contracts * (Periods + 1), invoices.Count);
        Assert.All(
            invoices,
            invoice =>
                Assert.Equal(
                    ("INVOICE", "PAID"),
                    (
                        invoice.GetProperty("kind").GetString(),
                        invoice.GetProperty("status").GetString()
                    )
                )
        );
        Assert.Equal(
            ToppedUp(contracts) - contracts * Price * (Periods + 1),
            await shopper.Balance()
        );
        return invoices;
    }

    private static async Task<List<JsonElement>> Invoices(Shopper shopper, int offset) =>
        [
            .. (await shopper.Get($"/api/invoices?limit=100&offset={offset}"))
                .GetProperty("invoices")
                .EnumerateArray(),
        ];

    /// <summary>A mail may arrive twice when its sender dies before the answer; by its Message-ID it is the same one.</summary>
    private static async Task MailedOnce(
        SandboxProcess sandbox,
        Shopper shopper,
        List<JsonElement> invoices
    )
    {
        // An order has a mail of its own beside it, with another subject.
        var mailed = (await sandbox.Mails(shopper.Email))
            .DistinctBy(m => m.GetProperty("messageId").GetString())
            .Select(m => m.GetProperty("subject").GetString()!)
            .Where(subject => subject.StartsWith("Rechnung ", StringComparison.Ordinal));
        Assert.Equal(
            invoices.Select(i => $"Rechnung {i.GetProperty("number")}").Order(),
            mailed.Order()
        );
    }

    private static async Task NothingLeft(Staff staff)
    {
        var audit = (await staff.Get("/api/admin/ledger/audit")).GetProperty("audit");
        Assert.True(audit.GetProperty("clean").GetBoolean(), audit.ToString());
        Assert.Empty(
            (await staff.Get("/api/admin/dead-letters")).GetProperty("deadLetters").EnumerateArray()
        );
    }
}
