using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class StateGateTests : ServerTest
{
    private static readonly string[] Routes =
    [
        "resources",
        "files/list",
        "backups",
        "startup",
        "network/allocations",
        "users",
        "activity",
    ];

    [Fact]
    public async Task While_installing_all_is_409_but_the_view_and_an_administrators_socket()
    {
        await SwitchOn("pterodactyl", "install.hang", new { remaining = 1 });
        var server = await Installed();

        foreach (var route in Routes)
            AssertConflict(
                await Refused(HttpMethod.Get, $"{server.Path}/{route}"),
                "has not yet completed its installation"
            );
        AssertConflict(
            await Refused(HttpMethod.Post, $"{server.Path}/power", new { signal = "start" }),
            "installation"
        );
        Assert.Equal("installing", (string?)(await Get(server.Path))["attributes"]!["status"]);
        await Get($"{server.Path}/websocket");
    }

    [Fact]
    public async Task While_installing_the_owners_socket_is_409()
    {
        await SwitchOn("pterodactyl", "install.hang", new { remaining = 1 });
        var owner = await NewUser();
        var server = await Installed(await ServerBody(user: owner));
        var key = await NewKey(new { user = owner });

        AssertConflict(
            await Refused(HttpMethod.Get, $"{server.Path}/websocket", key: key),
            "installation"
        );
    }

    [Fact]
    public async Task While_suspended_the_socket_is_409_for_administrators_too()
    {
        var server = await Installed();
        await Post($"{Application}servers/{server.Id}/suspend");

        foreach (var route in Routes.Append("websocket"))
            AssertConflict(
                await Refused(HttpMethod.Get, $"{server.Path}/{route}"),
                "is currently suspended"
            );
        Assert.True((bool)(await Get(server.Path))["attributes"]!["is_suspended"]!);
    }

    [Fact]
    public async Task While_the_node_is_under_maintenance_all_is_409()
    {
        var server = await Installed();
        await SwitchOn("pterodactyl", "node.maintenance", new { target = $"{server.Node}" });

        foreach (var route in Routes.Append("websocket"))
            AssertConflict(
                await Refused(HttpMethod.Get, $"{server.Path}/{route}"),
                "under maintenance"
            );
        Assert.True((bool)(await Get(server.Path))["attributes"]!["is_node_under_maintenance"]!);
        Assert.True(
            (bool)
                (await Get($"{Application}nodes/{server.Node}"))["attributes"]!["maintenance_mode"]!
        );
    }

    [Fact]
    public async Task A_strangers_server_is_404()
    {
        var server = await Installed();
        var key = await NewKey(new { user = await NewUser() });

        var error = await Refused(HttpMethod.Get, server.Path, key: key);

        Assert.Equal(
            (404, "The requested resource does not exist on this server."),
            (error.Http, error.Detail)
        );
    }

    [Fact]
    public async Task A_server_is_addressed_by_identifier_or_uuid_and_nothing_between()
    {
        var server = await Installed();

        await Get($"{Client}servers/{server.Uuid}");
        await Get($"{Client}servers/{server.Identifier}");
        Assert.Equal(
            404,
            (await Refused(HttpMethod.Get, $"{Client}servers/{server.Uuid[..9]}")).Http
        );
    }

    private static void AssertConflict(PanelError error, string text)
    {
        Assert.Equal((409, "ServerStateConflictException"), (error.Http, error.Code));
        Assert.Contains(text, error.Detail, StringComparison.Ordinal);
    }
}
