using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class ServerCreationTests : ServerTest
{
    [Fact]
    public async Task A_new_server_is_installing_and_then_usable()
    {
        var item = await Post($"{Application}servers", await ServerBody(), HttpStatusCode.Created);
        Assert.Equal("installing", (string?)item["attributes"]!["status"]);

        await Quiet();

        Assert.Null(await Status(TestServer.Of(item["attributes"]!)));
        Assert.Equal("offline", await State(TestServer.Of(item["attributes"]!)));
    }

    [Fact]
    public async Task A_server_can_start_as_soon_as_it_is_installed()
    {
        var body = await ServerBody();
        body["start_on_completion"] = true;

        var server = await Installed(body);

        Assert.Equal("running", await State(server));
    }

    [Fact]
    public async Task A_named_allocation_decides_the_node()
    {
        var free = (await Get($"{Application}nodes/3/allocations"))["data"]![0]!["attributes"]!;
        var body = await ServerBody();
        body.Remove("deploy");
        body["allocation"] = new JsonObject { ["default"] = (int)free["id"]! };

        var server = await Create(body);

        Assert.Equal((3, (int)free["id"]!), (server.Node, server.Allocation));
    }

    [Fact]
    public async Task Deploy_keeps_to_its_places_and_ports()
    {
        var body = await ServerBody();
        body["deploy"]!["locations"] = new JsonArray(2);
        body["deploy"]!["port_range"] = new JsonArray("25570-25571", "25574");

        var server = await Create(body);

        var shown = await Get($"{Application}servers/{server.Id}?include=allocations,node");
        var relations = shown["attributes"]!["relationships"]!;
        var port = (int)relations["allocations"]!["data"]![0]!["attributes"]!["port"]!;
        Assert.Contains(port, new[] { 25570, 25571, 25574 });
        Assert.Equal(2, (int)relations["node"]!["attributes"]!["location_id"]!);
    }

    [Fact]
    public async Task Deploy_without_a_port_or_a_node_is_400()
    {
        var noPort = await ServerBody();
        noPort["deploy"]!["port_range"] = new JsonArray("1-2");
        var noNode = await ServerBody();
        noNode["limits"]!["memory"] = 1_000_000_000;

        var port = await Refused(HttpMethod.Post, $"{Application}servers", noPort);
        var node = await Refused(HttpMethod.Post, $"{Application}servers", noNode);

        Assert.Equal((400, "NoViableAllocationException"), (port.Http, port.Code));
        Assert.Equal((400, "NoViableNodeException"), (node.Http, node.Code));
    }

    [Fact]
    public async Task The_external_id_finds_the_server_and_is_given_once()
    {
        var body = await ServerBody();
        body["external_id"] = "svc_abc";
        var server = await Create((JsonObject)body.DeepClone());

        var again = await Refused(HttpMethod.Post, $"{Application}servers", body);

        Assert.Equal((422, "external_id", "unique"), (again.Http, again.Field, again.Rule));
        var found = await Get($"{Application}servers/external/svc_abc");
        Assert.Equal(server.Id, (int)found["attributes"]!["id"]!);
        Assert.Equal(
            404,
            (await Refused(HttpMethod.Get, $"{Application}servers/external/svc")).Http
        );
    }

    [Fact]
    public async Task A_required_variable_that_is_left_out_fails_although_it_has_a_default()
    {
        var body = await ServerBody();
        body["environment"] = new JsonObject();

        var error = await Refused(HttpMethod.Post, $"{Application}servers", body);

        Assert.Equal(
            (422, "environment.SERVER_JARFILE", "required"),
            (error.Http, error.Field, error.Rule)
        );
        Assert.Equal("The Server Jar File variable field is required.", error.Detail);
    }

    [Fact]
    public async Task A_number_is_no_string_to_a_variable()
    {
        var body = await ServerBody();
        body["environment"]!["BUILD_NUMBER"] = 42;

        var error = await Refused(HttpMethod.Post, $"{Application}servers", body);

        Assert.Equal(("environment.BUILD_NUMBER", "string"), (error.Field, error.Rule));
    }

    [Fact]
    public async Task An_allocation_in_use_is_422()
    {
        var taken = await Create();
        var body = await ServerBody();
        body.Remove("deploy");
        body["allocation"] = new JsonObject { ["default"] = taken.Allocation };

        var error = await Refused(HttpMethod.Post, $"{Application}servers", body);

        Assert.Equal((422, "allocation.default", "exists"), (error.Http, error.Field, error.Rule));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("user")]
    [InlineData("egg")]
    [InlineData("docker_image")]
    [InlineData("startup")]
    [InlineData("environment")]
    [InlineData("limits")]
    [InlineData("feature_limits")]
    public async Task What_is_required_is_missed(string field)
    {
        var body = await ServerBody();
        body.Remove(field);

        var error = await Refused(HttpMethod.Post, $"{Application}servers", body);

        Assert.Equal((422, field), (error.Http, error.Field));
    }

    [Fact]
    public async Task The_environment_shows_variables_and_what_the_panel_adds()
    {
        var server = await Create();

        var shown = await Get($"{Application}servers/{server.Id}");

        var environment = shown["attributes"]!["container"]!["environment"]!;
        Assert.Equal("server.jar", (string?)environment["SERVER_JARFILE"]);
        Assert.Equal(server.Uuid, (string?)environment["P_SERVER_UUID"]);
        Assert.Equal(2, (int)environment["P_SERVER_ALLOCATION_LIMIT"]!);
    }

    [Fact]
    public async Task Ids_of_deleted_servers_are_not_given_again()
    {
        var first = await Installed();
        await Json(
            HttpMethod.Delete,
            $"{Application}servers/{first.Id}",
            expect: HttpStatusCode.NoContent
        );
        await Restart();

        var second = await Create();

        Assert.Equal(first.Id + 1, second.Id);
    }
}
