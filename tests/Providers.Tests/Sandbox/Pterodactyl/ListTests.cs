using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class ListTests : PterodactylTest
{
    [Fact]
    public async Task A_single_page_has_empty_links()
    {
        var nodes = await Get($"{Application}nodes");

        Assert.Equal("list", (string?)nodes["object"]);
        Assert.Equal(
            "{\"total\":3,\"count\":3,\"per_page\":50,\"current_page\":1,\"total_pages\":1,\"links\":{}}",
            nodes["meta"]!["pagination"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task A_page_in_the_middle_links_both_ways()
    {
        var nodes = await Get($"{Application}nodes?per_page=1&page=2");

        var pagination = nodes["meta"]!["pagination"]!;
        Assert.Equal(2, (int)nodes["data"]![0]!["attributes"]!["id"]!);
        Assert.EndsWith(
            "?page=1",
            (string)pagination["links"]!["previous"]!,
            StringComparison.Ordinal
        );
        Assert.EndsWith("?page=3", (string)pagination["links"]!["next"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_matches_parts_whatever_the_case()
    {
        await NewUser("anna");
        await NewUser("joanna");

        var found = await Get($"{Application}users?filter[email]=ANNA@EXAMPLE.COM");

        Assert.Equal(2, (int)found["meta"]!["pagination"]!["total"]!);
    }

    [Fact]
    public async Task An_unknown_filter_and_an_unknown_sort_are_400()
    {
        var filter = await Refused(HttpMethod.Get, $"{Application}users?filter[colour]=red");
        var sort = await Refused(HttpMethod.Get, $"{Application}users?sort=colour");

        Assert.Equal((400, "InvalidFilterQuery"), (filter.Http, filter.Code));
        Assert.Equal((400, "InvalidSortQuery"), (sort.Http, sort.Code));
    }

    [Fact]
    public async Task Sorting_downwards_begins_with_a_dash()
    {
        var nodes = await Get($"{Application}nodes?sort=-id");

        Assert.Equal(3, (int)nodes["data"]![0]!["attributes"]!["id"]!);
    }

    [Fact]
    public async Task An_include_that_the_key_may_not_read_is_a_null_resource()
    {
        var rights = new Dictionary<string, int> { ["nodes"] = 1 };
        var key = await NewKey(new { application = true, rights });

        var node = await Get($"{Application}nodes/1?include=location,allocations", key);

        Assert.Equal(
            "{\"object\":\"null_resource\",\"attributes\":null}",
            node["attributes"]!["relationships"]!["location"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task Includes_nest()
    {
        var nest = await Get($"{Application}nests/1?include=eggs.variables");

        var eggs = nest["attributes"]!["relationships"]!["eggs"]!["data"]!;
        var variables = eggs[0]!["attributes"]!["relationships"]!["variables"]!["data"]!;
        Assert.Equal("egg_variable", (string?)variables[0]!["object"]);
    }

    [Fact]
    public async Task Times_are_RFC_3339_in_UTC_with_seconds()
    {
        var node = await Get($"{Application}nodes/1");

        Assert.Matches(
            @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$",
            (string)node["attributes"]!["created_at"]!
        );
    }
}
