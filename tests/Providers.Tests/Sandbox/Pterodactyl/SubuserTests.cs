using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class SubuserTests : ServerTest
{
    private Task<JsonNode> Add(TestServer server, string email, params string[] permissions) =>
        Post($"{server.Path}/users", new { email, permissions }, HttpStatusCode.OK);

    [Fact]
    public async Task An_unknown_address_gets_an_account_and_may_always_connect()
    {
        var server = await Installed();

        var subuser = await Add(server, "friend@example.com", "control.start", "nonsense");

        Assert.Equal(
            "[\"control.start\",\"websocket.connect\"]",
            subuser["attributes"]!["permissions"]!.ToJsonString()
        );
        var users = await Get($"{Application}users?filter[email]=friend@example.com");
        Assert.Equal(1, (int)users["meta"]!["pagination"]!["total"]!);
    }

    [Fact]
    public async Task A_subuser_has_his_rights_and_no_more()
    {
        var id = await NewUser();
        var key = await NewKey(new { user = id });
        var server = await Installed();
        await Add(server, "player@example.com", "file.read");

        await Get($"{server.Path}/files/list", key);
        var error = await Refused(HttpMethod.Get, $"{server.Path}/backups", key: key);

        Assert.Equal((403, "AuthorizationException"), (error.Http, error.Code));
        Assert.Equal(1, (int)(await Get("api/client", key))["meta"]!["pagination"]!["total"]!);
    }

    [Fact]
    public async Task Removing_him_ends_his_access_and_his_tokens()
    {
        var id = await NewUser();
        var key = await NewKey(new { user = id });
        var server = await Installed();
        var subuser = await Add(server, "player@example.com", "file.read");
        await using var console = await Console(server, key);
        await console.Next("stats");

        var uuid = (string)subuser["attributes"]!["uuid"]!;
        await Json(
            HttpMethod.Delete,
            $"{server.Path}/users/{uuid}",
            expect: HttpStatusCode.NoContent
        );
        await console.Send("send stats");

        await console.Next(
            "jwt error",
            text => text.EndsWith("(denylist)", StringComparison.Ordinal)
        );
        Assert.Equal(404, (await Refused(HttpMethod.Get, server.Path, key: key)).Http);
    }

    [Fact]
    public async Task The_owner_and_a_second_time_are_400()
    {
        var server = await Installed();
        await Add(server, "friend@example.com", "file.read");

        var twice = await Refused(
            HttpMethod.Post,
            $"{server.Path}/users",
            new { email = "friend@example.com", permissions = new[] { "file.read" } }
        );
        var owner = await Refused(
            HttpMethod.Post,
            $"{server.Path}/users",
            new { email = "root@panel.example", permissions = new[] { "file.read" } }
        );

        Assert.Equal((400, "ServerSubuserExistsException"), (twice.Http, twice.Code));
        Assert.Equal((400, "UserIsServerOwnerException"), (owner.Http, owner.Code));
    }
}

public sealed class AccountTests : ServerTest
{
    [Fact]
    public async Task Each_sees_his_own_servers_and_an_administrator_all_on_demand()
    {
        var id = await NewUser();
        var key = await NewKey(new { user = id });
        await Installed();
        var own = await Installed(await ServerBody(user: id));

        var mine = await Get("api/client", key);
        var all = await Get("api/client?type=admin-all");
        var none = await Get("api/client?type=admin-all", key);

        Assert.Equal(
            own.Identifier,
            (string?)mine["data"]!.AsArray().Single()!["attributes"]!["identifier"]
        );
        Assert.Equal(2, (int)all["meta"]!["pagination"]!["total"]!);
        Assert.Equal(0, (int)none["meta"]!["pagination"]!["total"]!);
    }

    [Fact]
    public async Task A_key_made_through_the_API_works_until_it_is_deleted()
    {
        var made = await Post(
            "api/client/account/api-keys",
            new { description = "mine" },
            HttpStatusCode.OK
        );
        var identifier = (string)made["attributes"]!["identifier"]!;
        var key = identifier + (string)made["meta"]!["secret_token"]!;

        await Get("api/client/account", key);
        await Json(
            HttpMethod.Delete,
            $"api/client/account/api-keys/{identifier}",
            expect: HttpStatusCode.NoContent
        );

        Assert.Equal(401, (await Refused(HttpMethod.Get, "api/client/account", key: key)).Http);
    }

    [Fact]
    public async Task What_was_done_is_in_the_activity_log()
    {
        var server = await Running();
        await Post($"{server.Path}/command", new { command = "list" });

        var log = await Get($"{server.Path}/activity?filter[event]=command");

        var entry = log["data"]!.AsArray().Single()!["attributes"]!;
        Assert.Equal(
            ("server:console.command", "list"),
            ((string?)entry["event"], (string?)entry["properties"]!["command"])
        );
    }
}
