using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class PlaceTests : ServerTest
{
    [Fact]
    public async Task Three_nodes_stand_in_three_places_and_name_their_ports()
    {
        var nodes = (await Get($"{Application}nodes?include=location"))["data"]!.AsArray();

        Assert.Equal(
            ["Falkenstein, Germany", "Frankfurt, Germany", "Helsinki, Finland"],
            nodes.Select(node =>
                (string?)node!["attributes"]!["relationships"]!["location"]!["attributes"]!["long"]
            )
        );
        Assert.Equal(
            Host.Nodes.Select(node => node.Port),
            nodes.Select(node => (int)node!["attributes"]!["daemon_listen"]!)
        );
    }

    [Fact]
    public async Task Deployable_lists_public_nodes_with_room()
    {
        var found = await Get(
            $"{Application}nodes/deployable?memory=1024&disk=1024&location_ids[]=2"
        );

        Assert.Equal("fra1", (string?)found["data"]!.AsArray().Single()!["attributes"]!["name"]);
    }

    [Fact]
    public async Task Deployable_without_room_is_400()
    {
        var error = await Refused(
            HttpMethod.Get,
            $"{Application}nodes/deployable?memory=999999999&disk=1"
        );

        Assert.Equal((400, "NoViableNodeException"), (error.Http, error.Code));
    }

    [Fact]
    public async Task Free_allocations_are_found_by_the_filter_for_no_server()
    {
        var server = await Installed();

        var free = await Get(
            $"{Application}nodes/{server.Node}/allocations?filter[server_id]=0&per_page=100"
        );

        Assert.Equal(9, (int)free["meta"]!["pagination"]!["total"]!);
        Assert.DoesNotContain(
            server.Allocation,
            free["data"]!.AsArray().Select(row => (int)row!["attributes"]!["id"]!)
        );
    }

    [Fact]
    public async Task Ports_are_added_as_ranges_and_known_ones_passed_over()
    {
        var body = new { ip = "10.0.0.1", ports = new[] { "25565", "25570-25579" } };
        await Post($"{Application}nodes/1/allocations", body);
        await Post($"{Application}nodes/1/allocations", body);

        var added = await Get($"{Application}nodes/1/allocations?filter[ip]=10.0.0.1");

        Assert.Equal(11, (int)added["meta"]!["pagination"]!["total"]!);
    }

    [Fact]
    public async Task A_block_of_addresses_is_unfolded()
    {
        var body = new { ip = "10.1.0.0/30", ports = new[] { "30000" } };
        await Post($"{Application}nodes/1/allocations", body);

        var added = await Get($"{Application}nodes/1/allocations?filter[port]=30000");

        Assert.Equal(4, (int)added["meta"]!["pagination"]!["total"]!);
    }

    [Theory]
    [InlineData("10.0.0.1", "80", "PortOutOfRangeException")]
    [InlineData("10.0.0.1", "20000-21001", "TooManyPortsInRangeException")]
    [InlineData("10.0.0.1", "http", "InvalidPortMappingException")]
    [InlineData("10.0.0.0/8", "30000", "CidrOutOfRangeException")]
    public async Task Bad_ports_and_blocks_are_400(string ip, string port, string code)
    {
        var error = await Refused(
            HttpMethod.Post,
            $"{Application}nodes/1/allocations",
            new { ip, ports = new[] { port } }
        );

        Assert.Equal((400, code), (error.Http, error.Code));
    }

    [Fact]
    public async Task An_allocation_in_use_cannot_be_deleted()
    {
        var server = await Installed();
        var path = $"{Application}nodes/{server.Node}/allocations/";

        var error = await Refused(HttpMethod.Delete, path + server.Allocation);

        Assert.Equal((400, "ServerUsingAllocationException"), (error.Http, error.Code));
        var free = (await Get($"{path}?filter[server_id]=0"))["data"]![0]!["attributes"]!["id"]!;
        await Json(HttpMethod.Delete, path + (int)free, expect: HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Ports_have_to_be_strings()
    {
        var body = new JsonObject { ["ip"] = "10.0.0.1", ["ports"] = new JsonArray(25565) };

        var error = await Refused(HttpMethod.Post, $"{Application}nodes/1/allocations", body);

        Assert.Equal((422, "ports.0", "string"), (error.Http, error.Field, error.Rule));
    }
}
