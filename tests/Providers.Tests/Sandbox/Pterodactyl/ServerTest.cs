using System.Net;
using System.Text.Json.Nodes;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

/// <summary>Tests that need servers.</summary>
public abstract class ServerTest : PterodactylTest
{
    protected const string Paper = "Paper";

    /// <summary>A body that creates a server; members can be replaced.</summary>
    protected async Task<JsonObject> ServerBody(string egg = Paper, int user = 1)
    {
        var found = await Egg(egg);
        var environment = new JsonObject();
        foreach (var variable in Variables(found))
            environment[(string)variable["env_variable"]!] = (string)variable["default_value"]!;
        foreach (var (name, value) in RequiredWithoutDefault)
        {
            if (environment.ContainsKey(name) && (string)environment[name]! == "")
                environment[name] = value;
        }
        return new JsonObject
        {
            ["name"] = "mc-1",
            ["user"] = user,
            ["egg"] = (int)found["id"]!,
            ["docker_image"] = (string)found["docker_image"]!,
            ["startup"] = (string)found["startup"]!,
            ["environment"] = environment,
            ["limits"] = Limits(),
            ["feature_limits"] = new JsonObject
            {
                ["databases"] = 0,
                ["allocations"] = 2,
                ["backups"] = 2,
            },
            ["deploy"] = new JsonObject
            {
                ["locations"] = new JsonArray(),
                ["dedicated_ip"] = false,
                ["port_range"] = new JsonArray(),
            },
        };
    }

    protected static JsonObject Limits() =>
        new()
        {
            ["memory"] = 1024,
            ["swap"] = 0,
            ["disk"] = 100,
            ["io"] = 500,
            ["cpu"] = 200,
        };

    protected static IEnumerable<JsonNode> Variables(JsonNode egg) =>
        egg["relationships"]!["variables"]!["data"]!.AsArray().Select(row => row!["attributes"]!);

    protected async Task<JsonNode> Egg(string name)
    {
        foreach (var nest in (await Get($"{Application}nests"))["data"]!.AsArray())
        {
            var id = (int)nest!["attributes"]!["id"]!;
            var eggs = await Get($"{Application}nests/{id}/eggs?include=variables");
            var found = eggs["data"]!
                .AsArray()
                .Select(row => row!["attributes"]!)
                .FirstOrDefault(egg => (string)egg["name"]! == name);
            if (found is not null)
                return found;
        }
        throw new InvalidOperationException($"No egg is called {name}.");
    }

    protected async Task<TestServer> Create(JsonObject? body = null)
    {
        var item = await Post(
            $"{Application}servers",
            body ?? await ServerBody(),
            HttpStatusCode.Created
        );
        return TestServer.Of(item["attributes"]!);
    }

    /// <summary>A server whose installation is over.</summary>
    protected async Task<TestServer> Installed(JsonObject? body = null)
    {
        var server = await Create(body);
        await Quiet();
        return server;
    }

    protected async Task<TestServer> Running(JsonObject? body = null)
    {
        var server = await Installed(body);
        await Power(server, "start");
        await Quiet();
        return server;
    }

    protected Task<JsonNode> Power(TestServer server, string signal) =>
        Post($"{server.Path}/power", new { signal });

    protected async Task<string?> Status(TestServer server) =>
        (string?)(await Get($"{Application}servers/{server.Id}"))["attributes"]!["status"];

    /// <summary>The power state as the sandbox itself knows it.</summary>
    protected async Task<string?> State(TestServer server) =>
        (string?)(await GetJson($"control/pterodactyl/servers/{server.Uuid}"))["state"];

    protected Task<TestConsole> Console(TestServer server, string? key = null) =>
        TestConsole.Open(this, server, key);

    internal async Task<(Uri Socket, string Token)> Ticket(TestServer server, string? key = null)
    {
        var data = (await Get($"{server.Path}/websocket", key))["data"]!;
        return (new Uri((string)data["socket"]!), (string)data["token"]!);
    }

    internal string Origin => Host.Panel.ToString().TrimEnd('/');

    private static readonly (string Name, string Value)[] RequiredWithoutDefault =
    [
        ("STEAM_GSLT", new string('A', 32)),
        ("RCON_PASSWORD", "secret"),
        ("ADMIN_PASSWORD", "secret"),
        ("QUERY_PORT", "27015"),
    ];
}

public sealed record TestServer(int Id, string Uuid, string Identifier, int Node, int Allocation)
{
    public string Path => $"api/client/servers/{Identifier}";

    public static TestServer Of(JsonNode attributes) =>
        new(
            (int)attributes["id"]!,
            (string)attributes["uuid"]!,
            (string)attributes["identifier"]!,
            (int)attributes["node"]!,
            (int)attributes["allocation"]!
        );
}
