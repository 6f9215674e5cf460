using System.Text.Json.Nodes;
using Elizon.Sandbox;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class EggTests : ServerTest
{
    private static readonly string[] Shipped =
    [
        "Paper",
        "Vanilla Minecraft",
        "Fabric",
        "Forge Minecraft",
        "Vanilla Bedrock",
        "Velocity",
        "Terraria Vanilla",
        "Factorio",
        "Satisfactory",
        "Valheim",
        "Rust",
        "Palworld",
        "Project Zomboid",
        "Enshrouded",
        "Ark: Survival Evolved",
        "Counter-Strike 2",
    ];

    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.Pterodactyl.AllocationsPerNode = 60;
    }

    private Task<JsonNode> Import(string egg) =>
        EggFiles.Import(this, Http, Control("control/pterodactyl/nests/1/eggs"), egg);

    [Fact]
    public async Task The_shipped_eggs_are_there_in_their_nests()
    {
        var nests = await Get($"{Application}nests?include=eggs");

        var names = nests["data"]!
            .AsArray()
            .SelectMany(nest => nest!["attributes"]!["relationships"]!["eggs"]!["data"]!.AsArray())
            .Select(egg => (string)egg!["attributes"]!["name"]!);
        Assert.Equal(Shipped.Order(), names.Order());
    }

    [Fact]
    public async Task An_eggs_configuration_is_JSON_not_text()
    {
        var egg = await Egg(Paper);

        Assert.Equal(")! For help, type ", (string?)egg["config"]!["startup"]!["done"]);
        Assert.Equal("stop", (string?)egg["config"]!["stop"]);
        Assert.Equal((string?)egg["docker_images"]!["Java 8"], (string?)egg["docker_image"]);
        Assert.Equal(
            "required|regex:/^([\\w\\d._-]+)(\\.jar)$/",
            (string?)
                Variables(egg)
                    .Single(variable => (string?)variable["env_variable"] == "SERVER_JARFILE")[
                    "rules"
                ]
        );
    }

    [Fact]
    public async Task Every_shipped_game_starts_answers_say_and_stops()
    {
        foreach (var name in Shipped)
        {
            var server = await Running(await ServerBody(name));
            Assert.Equal("running", await State(server));
            await using var console = await Console(server);
            await console.Next("status");
            await console.Send("send command", "say hello there");
            await console.Next(
                "console output",
                line => line.EndsWith("hello there", StringComparison.Ordinal)
            );
            await Power(server, "stop");
            await console.Next("status", state => state == "offline");
        }
    }

    [EggFolderFact]
    public async Task The_forty_reduced_eggs_are_imported_whole()
    {
        var files = EggFiles.Folder!.GetFiles("*.json");
        Assert.Equal(40, files.Length);
        foreach (var file in files)
        {
            var imported = await Import(EggFiles.Wrap(await File.ReadAllTextAsync(file.FullName)));
            var egg = (
                await Get($"{Application}nests/1/eggs/{(int)imported["id"]!}?include=variables")
            )["attributes"]!;
            Assert.Equal((string?)imported["name"], (string?)egg["name"]);
            Assert.Equal((int)imported["variables"]!, Variables(egg).Count());
        }
    }

    [Fact]
    public async Task A_first_version_file_lists_images_and_carries_its_configuration_as_text()
    {
        var egg = JsonNode.Parse(EggFiles.Minimal)!.AsObject();
        egg["meta"]!["version"] = "PTDL_v1";
        egg["name"] = "Old";
        egg.Remove("docker_images");
        egg["images"] = new JsonArray("quay.io/one", "quay.io/two");

        await Import(egg.ToJsonString());

        var shown = await Egg("Old");
        Assert.Equal(
            "{\"quay.io/one\":\"quay.io/one\",\"quay.io/two\":\"quay.io/two\"}",
            shown["docker_images"]!.ToJsonString()
        );
        Assert.Equal("I am up", (string?)shown["config"]!["startup"]!["done"]);
    }

    [Fact]
    public async Task An_imported_egg_plays_with_its_own_marker_and_rules()
    {
        await Import(EggFiles.Minimal);
        var wrong = await ServerBody("Minimal");
        wrong["environment"]!["PORT_MODE"] = "pigeon";

        var error = await Refused(HttpMethod.Post, $"{Application}servers", wrong);
        var server = await Running(await ServerBody("Minimal"));

        Assert.Equal((422, "environment.PORT_MODE", "in"), (error.Http, error.Field, error.Rule));
        await using var console = await Console(server);
        await console.Next("status");
        await console.Send("send logs");
        await console.Next("console output", line => line == "I am up");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("{\"meta\":{\"version\":\"PTDL_v9\"},\"name\":\"x\"}")]
    public async Task What_is_no_egg_is_refused(string text) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Import(text));
}
