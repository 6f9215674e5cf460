using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class SuspensionTests : ServerTest
{
    private Task Do(TestServer server, string what) =>
        Post($"{Application}servers/{server.Id}/{what}");

    [Fact]
    public async Task Suspending_stops_the_process_and_asking_twice_is_fine()
    {
        var server = await Running();

        await Do(server, "suspend");
        await Do(server, "suspend");
        await Quiet();

        Assert.Equal("suspended", await Status(server));
        Assert.Equal("offline", await State(server));
    }

    [Fact]
    public async Task Unsuspending_makes_it_usable_but_does_not_start_it()
    {
        var server = await Running();
        await Do(server, "suspend");
        await Quiet();

        await Do(server, "unsuspend");

        Assert.Null(await Status(server));
        Assert.Equal("offline", await State(server));
    }

    [Fact]
    public async Task A_daemon_that_cannot_be_reached_undoes_the_suspension()
    {
        var server = await Running();
        await SwitchOn("pterodactyl", "daemon.unreachable", new { remaining = 1 });

        var error = await Refused(HttpMethod.Post, $"{Application}servers/{server.Id}/suspend");

        Assert.Equal((504, "DaemonConnectionException"), (error.Http, error.Code));
        Assert.Null(await Status(server));
    }

    [Fact]
    public async Task Reinstalling_a_suspended_server_unsuspends_it()
    {
        var server = await Installed();
        await Do(server, "suspend");

        await Do(server, "reinstall");
        Assert.Equal("installing", await Status(server));
        await Quiet();

        Assert.Null(await Status(server));
    }

    [Fact]
    public async Task Suspending_while_installing_survives_the_installation_and_lifting_it_looks_usable()
    {
        await SwitchOn("pterodactyl", "install.hang", new { remaining = 1 });
        var server = await Installed();

        await Do(server, "suspend");
        await Do(server, "unsuspend");

        Assert.Null(await Status(server));
    }

    [Fact]
    public async Task An_installation_that_ends_leaves_a_suspended_server_suspended()
    {
        var server = await Create();
        await Do(server, "suspend");

        await Quiet();

        Assert.Equal("suspended", await Status(server));
    }

    [Fact]
    public async Task A_failed_reinstallation_is_called_so_and_the_server_stays_reachable()
    {
        var server = await Installed();
        await SwitchOn("pterodactyl", "install.fail", new { remaining = 1 });

        await Do(server, "reinstall");
        await Quiet();

        Assert.Equal("reinstall_failed", await Status(server));
        await Get($"{server.Path}/resources");
    }

    [Fact]
    public async Task Reinstalling_during_a_power_action_is_409_and_changes_nothing()
    {
        var server = await Running();
        await SwitchOn("pterodactyl", "stop.hang", new { remaining = 1 });
        await Power(server, "stop");

        var error = await Refused(HttpMethod.Post, $"{Application}servers/{server.Id}/reinstall");

        Assert.Equal((409, "DaemonConnectionException"), (error.Http, error.Code));
        Assert.Null(await Status(server));
    }
}
