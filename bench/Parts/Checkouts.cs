using System.Net;
using Elizon.Fixtures;
using Elizon.Grains.Storage;
using Elizon.Processes;
using HdrHistogram;

namespace Elizon.Bench.Parts;

/// <summary>Whole checkouts over HTTP: priced, stock reserved, paid from the balance, invoice numbered.</summary>
internal sealed class Checkouts : IPart
{
    private const int Customers = 8;
    private const int Rounds = 3;

    public string Name => "checkout";

    public string Question =>
        $"POST /api/checkout by {Customers} customers at once, with the provisioning behind it, against a bare Npgsql insert";

    public async Task Measure()
    {
        await using var sandbox = await SandboxProcess.Start();
        await using var platform = await PlatformProcess.Start(sandbox);
        var shoppers = new List<Shopper>();
        for (var n = 0; n < Customers; n++)
        {
            var shopper = await Shopper.SignUp(platform.Address, sandbox, $"buyer{n}");
            await shopper.TopUp(1000, "top-up");
            shoppers.Add(shopper);
        }
        var database = StorageSetup.OpenPool(await TestDatabase.Create());
        await using (
            var create = database.CreateCommand(
                "create table bare (id text primary key, body text not null)"
            )
        )
            await create.ExecuteNonQueryAsync();
        List<double> ours = [],
            bare = [];
        var took = new LongHistogram(TimeSpan.FromMinutes(1).Ticks, 3);
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await Commits.Rate(Customers, took, n => Buy(shoppers[n])));
            bare.Add(await Commits.Rate(Customers, null, n => Commits.Insert(database, n)));
        }
        Report.Line(
            $"{Report.Median(ours):0} checkouts/s, bare insert {Report.Median(bare):0}/s, ratio {Report.Median(ours.Zip(bare, (a, b) => a / b)):0.000}; a checkout takes {took.GetValueAtPercentile(50) / 1e4:0.0} ms, 99 % {took.GetValueAtPercentile(99) / 1e4:0.0} ms"
        );
        await database.DisposeAsync();
    }

    private static async Task Buy(Shopper shopper)
    {
        var answer = await shopper.Order("minecraft-s", Guid.NewGuid().ToString("N"));
        if (answer.Status is not HttpStatusCode.Created)
            throw new InvalidOperationException($"{answer.Status}: {answer.Body}");
    }
}
