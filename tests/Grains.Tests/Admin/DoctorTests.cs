using Elizon.Admin;
using Elizon.Grains.Admin;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Tests.Admin;

public sealed class DoctorTests : IAsyncLifetime
{
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync() =>
        _cluster = await ElizonCluster.Start(services: s =>
            s.AddSingleton<IExamination, Breaking>()
        );

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_quiet_house_is_well()
    {
        var findings = await Examine();
        Assert.Equal(
            (Verdict.Ok, Verdict.Ok, Verdict.Ok, Verdict.Ok),
            (
                findings["database"].Verdict,
                findings["due"].Verdict,
                findings["outbox"].Verdict,
                findings["dead letters"].Verdict
            )
        );
    }

    [Fact]
    public async Task A_dead_letter_is_a_failure()
    {
        await Insert(
            "insert into outbox (source, target_kind, target_id, type, payload, created_at, lease_until, owner, dead) values ('a/b', 'c', 'd', 'x.y', '{}', $1, $1, '', true)"
        );
        var found = (await Examine())["dead letters"];
        Assert.Equal(
            (Verdict.Fail, "1 messages were given up (x.y); see: elizon backlog letters."),
            (found.Verdict, found.Detail)
        );
    }

    [Fact]
    public async Task What_is_due_for_long_and_not_done_is_a_failure()
    {
        // A kind that no grain has: it is tried, put back and stays.
        await Insert(
            "insert into due (kind, id, bucket, at) values ('nothing', 'x', 0, $1::timestamptz - interval '1 hour')"
        );
        Assert.Equal(Verdict.Fail, (await Examine())["due"].Verdict);
    }

    [Fact]
    public async Task An_examination_that_breaks_is_a_failure_without_its_secrets()
    {
        var broken = (await Examine())["breaking"];
        Assert.Equal(Verdict.Fail, broken.Verdict);
        Assert.DoesNotContain("secret", broken.Detail, StringComparison.Ordinal);
    }

    private async Task<Dictionary<string, Finding>> Examine() =>
        (
            await _cluster.Grains.Doctor().Examine(CatalogSamples.Staff(_cluster.Clock.GetUtcNow()))
        ).Findings.ToDictionary(f => f.Name);

    private async Task Insert(string sql)
    {
        await using var command = _cluster.Database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = _cluster.Clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Breaking : IExamination
    {
        public string Name => "breaking";

        public Task<Finding[]> Examine(Caller by, CancellationToken cancellation) =>
            throw new InvalidOperationException("a secret");
    }
}
