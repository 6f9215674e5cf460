using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class CreationFaultTests : ServerTest
{
    private async Task<JsonObject> Named(string external)
    {
        var body = await ServerBody();
        body["external_id"] = external;
        return body;
    }

    [Fact]
    public async Task A_lost_answer_leaves_a_server_that_installs()
    {
        await SwitchOn(
            "pterodactyl",
            "create.lost-answer",
            new { remaining = 1, delayMilliseconds = 50 }
        );

        var error = await Refused(HttpMethod.Post, $"{Application}servers", await Named("svc_1"));

        Assert.Equal((504, "DaemonConnectionException"), (error.Http, error.Code));
        await Quiet();
        Assert.Null(
            (string?)(await Get($"{Application}servers/external/svc_1"))["attributes"]!["status"]
        );
    }

    [Fact]
    public async Task A_failed_creation_shows_its_row_until_the_answer_and_frees_all_with_it()
    {
        await SwitchOn(
            "pterodactyl",
            "create.failed",
            new { remaining = 1, delayMilliseconds = 2_000 }
        );
        var creation = Refused(HttpMethod.Post, $"{Application}servers", await Named("svc_2"));
        var seen = await WaitForRow("svc_2", creation);

        var error = await creation;

        Assert.Equal("installing", seen);
        Assert.Equal((504, "DaemonConnectionException"), (error.Http, error.Code));
        Assert.Equal(
            404,
            (await Refused(HttpMethod.Get, $"{Application}servers/external/svc_2")).Http
        );
        await Create(await Named("svc_2"));
    }

    [Fact]
    public async Task A_lost_race_keeps_the_allocation_taken()
    {
        var body = await ServerBody();
        body["deploy"]!["locations"] = new JsonArray(1);
        await SwitchOn("pterodactyl", "allocation.race", new { remaining = 1 });

        var error = await Refused(
            HttpMethod.Post,
            $"{Application}servers",
            (JsonObject)body.DeepClone()
        );

        Assert.Equal(500, error.Http);
        var free = await Get($"{Application}nodes/1/allocations?filter[server_id]=0");
        Assert.Equal(9, (int)free["meta"]!["pagination"]!["total"]!);
        await Create(body);
    }

    [Fact]
    public async Task A_lost_race_for_a_named_allocation_is_422()
    {
        var body = await ServerBody();
        body.Remove("deploy");
        body["allocation"] = new JsonObject { ["default"] = 1 };
        await SwitchOn("pterodactyl", "allocation.race", new { remaining = 1 });

        var error = await Refused(HttpMethod.Post, $"{Application}servers", body);

        Assert.Equal((422, "allocation.default"), (error.Http, error.Field));
    }

    [Fact]
    public async Task A_daemon_that_cannot_be_reached_undoes_the_creation()
    {
        await SwitchOn("pterodactyl", "daemon.unreachable", new { remaining = 1 });

        var error = await Refused(HttpMethod.Post, $"{Application}servers", await Named("svc_3"));

        Assert.Equal(504, error.Http);
        Assert.Equal(
            404,
            (await Refused(HttpMethod.Get, $"{Application}servers/external/svc_3")).Http
        );
    }

    [Fact]
    public async Task A_failed_installation_ends_as_install_failed()
    {
        await SwitchOn("pterodactyl", "install.fail", new { remaining = 1 });

        var server = await Installed();

        Assert.Equal("install_failed", await Status(server));
        Assert.Equal(409, (await Refused(HttpMethod.Get, $"{server.Path}/resources")).Http);
        await Post($"{Application}servers/{server.Id}/reinstall");
        await Quiet();
        Assert.Null(await Status(server));
    }

    [Fact]
    public async Task An_installation_can_hang()
    {
        await SwitchOn("pterodactyl", "install.hang", new { remaining = 1 });

        var server = await Installed();

        Assert.Equal("installing", await Status(server));
    }

    [Fact]
    public async Task A_switch_can_cut_any_call_after_its_work()
    {
        await SwitchOn(
            "pterodactyl",
            "http.cut",
            new { remaining = 1, target = "POST /api/application/servers" }
        );

        var body = await Named("svc_4");
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            Call(HttpMethod.Post, $"{Application}servers", body)
        );

        await Get($"{Application}servers/external/svc_4");
    }

    [Fact]
    public async Task A_switch_can_fail_any_call_before_its_work()
    {
        await SwitchOn(
            "pterodactyl",
            "http.500",
            new { remaining = 1, target = "POST /api/application/servers" }
        );

        var error = await Refused(HttpMethod.Post, $"{Application}servers", await Named("svc_5"));

        Assert.Equal((500, "500"), (error.Http, error.Status));
        Assert.Equal(
            404,
            (await Refused(HttpMethod.Get, $"{Application}servers/external/svc_5")).Http
        );
    }

    [Fact]
    public async Task A_switch_can_put_a_proxys_page_in_place_of_JSON()
    {
        await SwitchOn("pterodactyl", "http.html", new { remaining = 1 });

        using var answer = await Call(HttpMethod.Get, $"{Application}servers");

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>The status of the row, as soon as the panel shows it; null when <paramref name="creation"/> ended before.</summary>
    private async Task<string?> WaitForRow(string external, Task creation)
    {
        while (!creation.IsCompleted)
        {
            using var answer = await Call(
                HttpMethod.Get,
                $"{Application}servers/external/{external}"
            );
            if (!answer.IsSuccessStatusCode)
                continue;
            var row = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            return (string?)row["attributes"]!["status"];
        }
        return null;
    }
}
