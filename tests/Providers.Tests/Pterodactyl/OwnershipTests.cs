using Elizon.Grains.Providers;
using Elizon.Services;

namespace Elizon.Providers.Tests.Pterodactyl;

public sealed class OwnershipTests : HostTest
{
    [Fact]
    public async Task A_server_that_carries_another_tag_is_never_deleted()
    {
        var others = await Made("theirs");
        var deleted = await Panel.Delete(new ServiceId("mine"), others.Server);
        Assert.True(deleted.IsDone, "Ours is gone: there never was one.");
        Assert.Equal(["theirs"], await Tags());
    }

    [Fact]
    public async Task Our_server_is_deleted_and_deleting_again_is_done()
    {
        var made = await Made();
        await Quiet();
        Assert.True((await Panel.Delete(new ServiceId("svc1"), made.Server)).IsDone);
        Assert.True((await Panel.Delete(new ServiceId("svc1"), made.Server)).IsDone);
        Assert.Empty(await Tags());
    }

    [Fact]
    public async Task Without_a_reference_it_is_found_by_its_tag()
    {
        await Made();
        await Quiet();
        Assert.True((await Panel.Delete(new ServiceId("svc1"), null)).IsDone);
        Assert.Empty(await Tags());
    }

    [Fact]
    public async Task A_new_name_keeps_the_tag()
    {
        var made = await Made();
        Assert.True((await Panel.Rename(new ServiceId("svc1"), made.Server, "Renamed")).IsDone);
        var seen = (await Panel.Find(new ServiceId("svc1"))).Value!;
        Assert.Equal(("Renamed", new ServiceId("svc1")), (seen.Name, seen.Tag!.Value));
    }

    [Fact]
    public async Task Deleted_behind_our_back_it_is_gone_for_certain()
    {
        var made = await Made();
        using var gone = await Http.DeleteAsync(
            Control($"control/pterodactyl/servers/{made.Server.Uuid}")
        );
        gone.EnsureSuccessStatusCode();
        var found = await Panel.Find(new ServiceId("svc1"));
        Assert.True(found.IsDone);
        Assert.Null(found.Value);
        Assert.Equal(RefusedFor.Missing, (await Panel.Power(made.Server, PowerSignal.Start)).For);
    }

    [Fact]
    public async Task Suspending_shows_and_takes_the_power_away()
    {
        var made = await Made();
        await Quiet();
        Assert.True((await Panel.Suspend(new ServiceId("svc1"), made.Server)).IsDone);
        Assert.True((await Panel.Find(new ServiceId("svc1"))).Value!.Suspended);
        Assert.Equal(RefusedFor.State, (await Panel.Power(made.Server, PowerSignal.Start)).For);
        Assert.True((await Panel.Unsuspend(new ServiceId("svc1"), made.Server)).IsDone);
        Assert.False((await Panel.Find(new ServiceId("svc1"))).Value!.Suspended);
    }

    [Fact]
    public async Task A_failed_installation_is_seen_and_can_be_repeated()
    {
        await SwitchOn("pterodactyl", "install.fail", new { remaining = 1 });
        var made = await Made();
        await Quiet();
        Assert.Equal(SetupState.Failed, (await Panel.Find(new ServiceId("svc1"))).Value!.Setup);
        Assert.True((await Panel.Reinstall(new ServiceId("svc1"), made.Server)).IsDone);
        await Quiet();
        Assert.Equal(SetupState.Ready, (await Panel.Find(new ServiceId("svc1"))).Value!.Setup);
    }

    [Fact]
    public async Task Power_state_figures_and_ports_are_read()
    {
        var made = await Made();
        await Quiet();
        var usage = (await Panel.Usage(made.Server)).Value!;
        Assert.Equal(ServiceStatus.Running, usage.Status);
        Assert.Equal(made.Port, Assert.Single((await Panel.Allocations(made.Server)).Value!).Port);
    }

    [Fact]
    public async Task Variables_are_set_and_a_wrong_one_is_refused()
    {
        var made = await Made();
        await Quiet();
        Assert.True(
            (
                await Panel.SetVariables(made.Server, new() { ["MINECRAFT_VERSION"] = "1.20.1" })
            ).IsDone
        );
        Assert.Contains(
            new ServerVariable("MINECRAFT_VERSION", "1.20.1"),
            (await Panel.Variables(made.Server)).Value!
        );
        var wrong = await Panel.SetVariables(
            made.Server,
            new() { ["MINECRAFT_VERSION"] = new string('x', 99) }
        );
        Assert.Equal(RefusedFor.Invalid, wrong.For);
    }

    [Fact]
    public async Task The_line_keeps_what_it_called_without_ids_and_keys()
    {
        await Made();
        Assert.Contains(
            Calls.Latest,
            c => c.Path == "/api/application/servers" && c.Method == "POST" && c.Status == 201
        );
        Assert.DoesNotContain(Calls.Latest, c => c.Path.Contains("svc1", StringComparison.Ordinal));
    }
}
