using System.Net;
using Elizon.Fixtures;
using Elizon.Grains.Storage;
using Elizon.Processes;
using HdrHistogram;
using Npgsql;

namespace Elizon.Bench.Parts;

/// <summary>Whole checkouts over HTTP: priced, stock reserved, paid from the balance, invoice numbered.</summary>
internal sealed class Checkouts : IPart
{
    /// <summary>An account's state holds what is not yet delivered: a few orders each, as in life.</summary>
    private const int Customers = 64;

    private const int AtOnce = 8;
    private const int Rounds = 3;

    private static int _next;

    public string Name => "checkout";

    public string Question =>
        $"POST /api/checkout by {AtOnce} of {Customers} customers at once, against a bare Npgsql insert";

    public async Task Measure()
    {
        await using var sandbox = await SandboxProcess.Start();
        await using var platform = await PlatformProcess.Start(sandbox);
        var shoppers = await Task.WhenAll(
            Enumerable.Range(0, Customers).Select(n => SignUp(platform, sandbox, n))
        );
        var database = StorageSetup.OpenPool(await TestDatabase.Create());
        await using (
            var create = database.CreateCommand(
                "create table bare (id text primary key, body text not null)"
            )
        )
            await create.ExecuteNonQueryAsync();
        await Compare("with the provisioning behind it", shoppers, database);
        await sandbox.Fault("pterodactyl", "http.500", new { });
        await Compare("while the panel is away", shoppers, database);
        await database.DisposeAsync();
    }

    private static async Task Compare(string what, Shopper[] shoppers, NpgsqlDataSource database)
    {
        List<double> ours = [],
            bare = [];
        var took = new LongHistogram(TimeSpan.FromMinutes(1).Ticks, 3);
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await Commits.Rate(AtOnce, took, n => Buy(shoppers, n)));
            bare.Add(await Commits.Rate(AtOnce, null, n => Commits.Insert(database, n)));
        }
        Report.Line(
            $"{what}: {Report.Median(ours):0} checkouts/s, bare insert {Report.Median(bare):0}/s, ratio {Report.Median(ours.Zip(bare, (a, b) => a / b)):0.000}; a checkout takes {took.GetValueAtPercentile(50) / 1e4:0.0} ms, 99 % {took.GetValueAtPercentile(99) / 1e4:0.0} ms"
        );
    }

    private static async Task<Shopper> SignUp(
        PlatformProcess platform,
        SandboxProcess sandbox,
        int n
    )
    {
        var shopper = await Shopper.SignUp(platform.Address, sandbox, $"buyer{n}");
        await shopper.TopUp(500, "top-up");
        return shopper;
    }

    private static async Task Buy(Shopper[] shoppers, int writer)
    {
        var shopper = shoppers[
            writer + AtOnce * (Interlocked.Increment(ref _next) % (Customers / AtOnce))
        ];
        var answer = await shopper.Order("minecraft-s", Guid.NewGuid().ToString("N"));
        if (answer.Status is not HttpStatusCode.Created)
            throw new InvalidOperationException($"{answer.Status}: {answer.Body}");
    }
}
