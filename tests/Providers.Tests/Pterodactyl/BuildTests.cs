using Elizon.Grains.Providers;

namespace Elizon.Providers.Tests.Pterodactyl;

/// <summary>Further ports and disk of a running server.</summary>
public sealed class BuildTests : HostTest
{
    private static readonly ServiceId Service = new("svc1");

    [Fact]
    public async Task A_port_is_added_once_and_taken_away_again()
    {
        var made = await Made();
        await Quiet();
        var added = await Panel.AddPort(Service, []);
        Assert.True(added.IsDone, added.Reason);
        // The answer was lost: the same port, not another one.
        Assert.Equal(added.Value!.Id, (await Panel.AddPort(Service, [])).Value!.Id);
        var second = await Panel.AddPort(Service, [added.Value.Id]);
        Assert.NotEqual(added.Value.Id, second.Value!.Id);
        Assert.Equal(3, (await Panel.Allocations(made.Server)).Value!.Length);

        Assert.True((await Panel.RemovePort(Service, added.Value.Id)).IsDone);
        Assert.True((await Panel.RemovePort(Service, added.Value.Id)).IsDone);

        var left = (await Panel.Allocations(made.Server)).Value!;
        Assert.Equal(
            new[] { made.Port!.Value, second.Value.Port }.Order(),
            left.Select(a => a.Port).Order()
        );
    }

    [Fact]
    public async Task The_first_port_is_never_taken_away()
    {
        var made = await Made();
        await Quiet();
        var first = Assert.Single((await Panel.Allocations(made.Server)).Value!);
        Assert.Equal(RefusedFor.NotOurs, (await Panel.RemovePort(Service, first.Id)).For);
    }

    [Fact]
    public async Task Disk_changes_and_nothing_else_does()
    {
        var made = await Made();
        await Quiet();
        Assert.True((await Panel.SetDisk(Service, 7_168)).IsDone);
        Assert.True((await Panel.SetDisk(Service, 7_168)).IsDone);
        var server = await Get($"{Application}servers/{made.Server.Id}");
        var limits = server["attributes"]!["limits"]!;
        Assert.Equal((7_168, 1_024), ((int)limits["disk"]!, (int)limits["memory"]!));
    }

    [Fact]
    public async Task A_server_that_is_gone_gets_nothing() =>
        Assert.Equal(RefusedFor.Missing, (await Panel.AddPort(new ServiceId("gone"), [])).For);
}
