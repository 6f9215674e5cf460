using System.Net;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class DurabilityTests : ServerTest
{
    [Fact]
    public async Task Rows_files_and_running_servers_outlive_the_process()
    {
        await NewUser();
        var running = await Running();
        var offline = await Installed();
        await Post($"{Application}servers/{offline.Id}/suspend");
        using (var file = new StringContent("kept"))
            await Post($"{running.Path}/files/write?file=/kept.txt", file);

        await Restart();

        Assert.Equal("running", await State(running));
        Assert.Equal("suspended", await Status(offline));
        using var kept = await Call(
            HttpMethod.Get,
            $"{running.Path}/files/contents?file=/kept.txt"
        );
        Assert.Equal("kept", await kept.Content.ReadAsStringAsync());
        Assert.Equal(2, (int)(await Get($"{Application}users"))["meta"]!["pagination"]!["total"]!);
    }

    [Fact]
    public async Task Nodes_show_the_ports_of_the_new_process()
    {
        var server = await Running();

        await Restart();

        var (socket, _) = await Ticket(server);
        Assert.Equal(Host.Nodes[server.Node - 1].Port, socket.Port);
        await using var console = await Console(server);
        Assert.Equal("running", (await console.Next("status")).Text);
    }

    [Fact]
    public async Task Keys_live_on_and_deleted_rows_stay_away()
    {
        var key = await NewKey(new { user = 1 });
        var server = await Installed();
        await Json(
            HttpMethod.Delete,
            $"{Application}servers/{server.Id}",
            expect: HttpStatusCode.NoContent
        );

        await Restart();

        Assert.Equal(
            404,
            (await Refused(HttpMethod.Get, $"{Client}servers/{server.Identifier}", key: key)).Http
        );
    }
}
