using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class ServerChangeTests : ServerTest
{
    private Task<JsonNode> Patch(
        TestServer server,
        string what,
        object body,
        HttpStatusCode expect = HttpStatusCode.OK
    ) => Json(HttpMethod.Patch, $"{Application}servers/{server.Id}/{what}", body, expect: expect);

    private static JsonObject Build(TestServer server) =>
        new()
        {
            ["allocation"] = server.Allocation,
            ["limits"] = Limits(),
            ["feature_limits"] = new JsonObject
            {
                ["databases"] = 0,
                ["allocations"] = 2,
                ["backups"] = 2,
            },
        };

    private async Task<int> FreeAllocation(TestServer server)
    {
        var free = await Get($"{Application}nodes/{server.Node}/allocations?filter[server_id]=0");
        return (int)free["data"]![0]!["attributes"]!["id"]!;
    }

    [Fact]
    public async Task Details_without_an_external_id_wipe_it()
    {
        var body = await ServerBody();
        body["external_id"] = "svc_1";
        body["description"] = "mine";
        var server = await Create(body);

        var changed = await Patch(server, "details", new { name = "renamed", user = 1 });

        Assert.Null((string?)changed["attributes"]!["external_id"]);
        Assert.Equal("", (string?)changed["attributes"]!["description"]);
    }

    [Fact]
    public async Task A_build_takes_new_limits_and_further_ports()
    {
        var server = await Installed();
        var more = await FreeAllocation(server);
        var body = Build(server);
        body["limits"]!["memory"] = 4096;
        body["add_allocations"] = new JsonArray(more);

        var changed = await Patch(server, "build", body);

        Assert.Equal(4096, (int)changed["attributes"]!["limits"]!["memory"]!);
        var allocations = await Get($"{server.Path}/network/allocations");
        Assert.Equal(2, allocations["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Feature_limits_are_required_and_left_out_members_become_nothing()
    {
        var server = await Installed();
        var without = Build(server);
        without.Remove("feature_limits");
        var error = await Refused(
            HttpMethod.Patch,
            $"{Application}servers/{server.Id}/build",
            without
        );
        var body = Build(server);
        body["feature_limits"] = new JsonObject { ["databases"] = null, ["backups"] = null };

        var changed = await Patch(server, "build", body);

        Assert.Equal((422, "feature_limits"), (error.Http, error.Field));
        Assert.Equal(
            "{\"databases\":null,\"allocations\":null,\"backups\":0}",
            changed["attributes"]!["feature_limits"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task A_default_allocation_of_somebody_else_is_400()
    {
        var server = await Installed();
        var body = Build(server);
        body["allocation"] = await FreeAllocation(server);

        var error = await Refused(
            HttpMethod.Patch,
            $"{Application}servers/{server.Id}/build",
            body
        );

        Assert.Equal((400, "DisplayException"), (error.Http, error.Code));
    }

    [Fact]
    public async Task The_default_allocation_is_removed_only_for_another()
    {
        var server = await Installed();
        var body = Build(server);
        body["remove_allocations"] = new JsonArray(server.Allocation);
        var error = await Refused(
            HttpMethod.Patch,
            $"{Application}servers/{server.Id}/build",
            (JsonObject)body.DeepClone()
        );
        var more = await FreeAllocation(server);
        body["add_allocations"] = new JsonArray(more);

        var changed = await Patch(server, "build", body);

        Assert.Equal(400, error.Http);
        Assert.Equal(more, (int)changed["attributes"]!["allocation"]!);
    }

    [Fact]
    public async Task A_build_is_taken_although_the_daemon_cannot_be_told()
    {
        var server = await Installed();
        await SwitchOn("pterodactyl", "daemon.unreachable", new { remaining = 1 });

        await Patch(server, "build", Build(server));
    }

    [Fact]
    public async Task Startup_moves_a_server_to_another_egg_without_installing_it()
    {
        var server = await Installed();
        var body = await ServerBody("Terraria Vanilla");
        var startup = new JsonObject
        {
            ["startup"] = (string)body["startup"]!,
            ["egg"] = (int)body["egg"]!,
            ["image"] = (string)body["docker_image"]!,
            ["environment"] = body["environment"]!.DeepClone(),
            ["skip_scripts"] = false,
        };

        var changed = await Patch(server, "startup", startup);

        Assert.Equal((int)body["egg"]!, (int)changed["attributes"]!["egg"]!);
        Assert.Null((string?)changed["attributes"]!["status"]);
        Assert.Equal(
            "world",
            (string?)changed["attributes"]!["container"]!["environment"]!["WORLD_NAME"]
        );
    }

    [Fact]
    public async Task Startup_checks_variables_by_the_eggs_rules()
    {
        var server = await Installed();
        var body = await ServerBody();
        var startup = new JsonObject
        {
            ["startup"] = "java",
            ["egg"] = (int)body["egg"]!,
            ["image"] = (string)body["docker_image"]!,
            ["environment"] = new JsonObject
            {
                ["SERVER_JARFILE"] = "../evil.sh",
                ["BUILD_NUMBER"] = "latest",
            },
            ["skip_scripts"] = false,
        };

        var error = await Refused(
            HttpMethod.Patch,
            $"{Application}servers/{server.Id}/startup",
            startup
        );

        Assert.Equal(
            (422, "environment.SERVER_JARFILE", "regex"),
            (error.Http, error.Field, error.Rule)
        );
    }

    [Fact]
    public async Task A_deleted_server_is_gone_on_both_APIs_and_on_its_node()
    {
        var server = await Running();
        var (socket, _) = await Ticket(server);

        await Json(
            HttpMethod.Delete,
            $"{Application}servers/{server.Id}",
            expect: HttpStatusCode.NoContent
        );

        Assert.Equal(
            404,
            (await Refused(HttpMethod.Get, $"{Application}servers/{server.Id}")).Http
        );
        Assert.Equal(404, (await Refused(HttpMethod.Get, server.Path)).Http);
        using var node = await Http.GetAsync(
            new Uri(socket.ToString().Replace("ws:", "http:", StringComparison.Ordinal))
        );
        Assert.Equal(HttpStatusCode.NotFound, node.StatusCode);
    }

    [Fact]
    public async Task Deletion_stops_at_a_silent_daemon_unless_it_is_forced()
    {
        var server = await Installed();
        await SwitchOn("pterodactyl", "daemon.unreachable", new { target = $"{server.Node}" });

        var error = await Refused(HttpMethod.Delete, $"{Application}servers/{server.Id}");
        await Json(
            HttpMethod.Delete,
            $"{Application}servers/{server.Id}/force",
            expect: HttpStatusCode.NoContent
        );

        Assert.Equal(504, error.Http);
        Assert.Equal(
            404,
            (await Refused(HttpMethod.Get, $"{Application}servers/{server.Id}")).Http
        );
    }

    [Fact]
    public async Task A_server_can_vanish_behind_the_clients_back()
    {
        var server = await Installed();
        await SwitchOn(
            "pterodactyl",
            "server.deleted-behind",
            new { remaining = 1, target = server.Uuid }
        );

        Assert.Equal(404, (await Refused(HttpMethod.Get, $"{server.Path}/resources")).Http);
        Assert.Equal(
            404,
            (await Refused(HttpMethod.Get, $"{Application}servers/{server.Id}")).Http
        );
    }
}
