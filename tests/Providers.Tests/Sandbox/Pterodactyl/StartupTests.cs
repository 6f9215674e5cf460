using System.Net;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class StartupTests : ServerTest
{
    private Task<PanelError> SetRefused(TestServer server, string key, string? value) =>
        Refused(HttpMethod.Put, $"{server.Path}/startup/variable", new { key, value });

    [Fact]
    public async Task Only_visible_variables_are_listed_with_the_command_they_make()
    {
        var server = await Installed();

        var startup = await Get($"{server.Path}/startup");

        Assert.Equal(
            ["MINECRAFT_VERSION", "SERVER_JARFILE", "BUILD_NUMBER"],
            startup["data"]!.AsArray().Select(row => (string?)row!["attributes"]!["env_variable"])
        );
        Assert.EndsWith(
            "-Xmx1024M -Dterminal.jline=false -Dterminal.ansi=true -jar server.jar",
            (string)startup["meta"]!["startup_command"]!,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "ghcr.io/pterodactyl/yolks:java_21",
            (string?)startup["meta"]!["docker_images"]!["Java 21"]
        );
    }

    [Fact]
    public async Task A_variable_is_changed()
    {
        var server = await Installed();
        var body = new { key = "MINECRAFT_VERSION", value = "1.20.4" };

        var changed = await Json(HttpMethod.Put, $"{server.Path}/startup/variable", body);

        Assert.Equal("1.20.4", (string?)changed["attributes"]!["server_value"]);
        var shown = await Get($"{Application}servers/{server.Id}");
        Assert.Equal(
            "1.20.4",
            (string?)shown["attributes"]!["container"]!["environment"]!["MINECRAFT_VERSION"]
        );
    }

    [Fact]
    public async Task A_value_against_the_rules_is_422()
    {
        var server = await Installed();

        var error = await SetRefused(server, "SERVER_JARFILE", "server.exe");

        Assert.Equal((422, "value", "regex"), (error.Http, error.Field, error.Rule));
    }

    [Fact]
    public async Task Hidden_fixed_and_unknown_variables_differ()
    {
        var paper = await Installed();
        var factorio = await Installed(await ServerBody("Factorio"));

        var hidden = await SetRefused(paper, "DL_PATH", "x");
        var locked = await SetRefused(factorio, "MAX_SLOTS", "10");
        var unknown = await SetRefused(paper, "NOPE", "x");

        Assert.Equal(
            (400, "The environment variable you are trying to edit does not exist."),
            (hidden.Http, hidden.Detail)
        );
        Assert.Equal(
            (400, "The environment variable you are trying to edit is read-only."),
            (locked.Http, locked.Detail)
        );
        Assert.Equal(500, unknown.Http);
    }
}

public sealed class SettingsTests : ServerTest
{
    [Fact]
    public async Task A_server_is_renamed_and_keeps_a_description_that_is_not_named()
    {
        var body = await ServerBody();
        body["description"] = "mine";
        var server = await Installed(body);

        await Post($"{server.Path}/settings/rename", new { name = "new name" });

        var shown = (await Get(server.Path))["attributes"]!;
        Assert.Equal(("new name", "mine"), ((string?)shown["name"], (string?)shown["description"]));
    }

    [Fact]
    public async Task A_reinstallation_is_202()
    {
        var server = await Installed();

        await Post($"{server.Path}/settings/reinstall", expect: HttpStatusCode.Accepted);

        Assert.Equal("installing", await Status(server));
    }

    [Fact]
    public async Task The_image_has_to_be_one_of_the_eggs()
    {
        var server = await Installed();
        var path = $"{server.Path}/settings/docker-image";

        var error = await Refused(HttpMethod.Put, path, new { docker_image = "evil/image:latest" });
        await Json(
            HttpMethod.Put,
            path,
            new { docker_image = "ghcr.io/pterodactyl/yolks:java_21" },
            expect: HttpStatusCode.NoContent
        );

        Assert.Equal((422, "docker_image", "in"), (error.Http, error.Field, error.Rule));
        Assert.Equal(
            "ghcr.io/pterodactyl/yolks:java_21",
            (string?)(await Get(server.Path))["attributes"]!["docker_image"]
        );
    }
}
