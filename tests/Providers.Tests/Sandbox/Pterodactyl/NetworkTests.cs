using System.Net;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class NetworkTests : ServerTest
{
    [Fact]
    public async Task Allocations_are_added_up_to_the_limit()
    {
        var server = await Installed();

        await Post($"{server.Path}/network/allocations", expect: HttpStatusCode.OK);
        var error = await Refused(HttpMethod.Post, $"{server.Path}/network/allocations");

        Assert.Equal((400, "DisplayException"), (error.Http, error.Code));
        var list = (await Get($"{server.Path}/network/allocations"))["data"]!.AsArray();
        Assert.Equal(2, list.Count);
        Assert.Single(list, row => (bool)row!["attributes"]!["is_default"]!);
    }

    [Fact]
    public async Task The_primary_is_kept_and_the_other_given_back()
    {
        var server = await Installed();
        var added = await Post($"{server.Path}/network/allocations", expect: HttpStatusCode.OK);
        var id = (int)added["attributes"]!["id"]!;

        var error = await Refused(
            HttpMethod.Delete,
            $"{server.Path}/network/allocations/{server.Allocation}"
        );
        await Post($"{server.Path}/network/allocations/{id}/primary", expect: HttpStatusCode.OK);
        await Json(
            HttpMethod.Delete,
            $"{server.Path}/network/allocations/{server.Allocation}",
            expect: HttpStatusCode.NoContent
        );

        Assert.Equal(400, error.Http);
        var list = (await Get($"{server.Path}/network/allocations"))["data"]!.AsArray();
        Assert.Equal(id, (int)list.Single()!["attributes"]!["id"]!);
    }

    [Fact]
    public async Task Notes_are_kept()
    {
        var server = await Installed();

        var changed = await Post(
            $"{server.Path}/network/allocations/{server.Allocation}",
            new { notes = "query" },
            HttpStatusCode.OK
        );

        Assert.Equal("query", (string?)changed["attributes"]!["notes"]);
    }

    [Fact]
    public async Task An_allocation_of_another_server_is_404()
    {
        var server = await Installed();
        var other = await Installed();

        var error = await Refused(
            HttpMethod.Post,
            $"{server.Path}/network/allocations/{other.Allocation}/primary"
        );

        Assert.Equal(404, error.Http);
    }
}
