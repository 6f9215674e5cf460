using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class ListTests : MollieTest
{
    [Fact]
    public async Task Pages_run_from_the_newest_to_the_oldest_by_following_next()
    {
        var created = await CreateFive();
        var seen = new List<string>();

        for (string? path = "payments?limit=2"; path is not null; )
        {
            var page = await List(path);
            seen.AddRange(Ids(page));
            path = (string?)page["_links"]!["next"]?["href"] is { } next
                ? next[next.IndexOf("payments", StringComparison.Ordinal)..]
                : null;
        }

        Assert.Equal(created.AsEnumerable().Reverse(), seen);
    }

    [Fact]
    public async Task The_first_page_has_no_previous_and_the_last_no_next()
    {
        await CreateFive();

        var page = await List("payments");

        Assert.Equal(5, (int)page["count"]!);
        Assert.Null(page["_links"]!["next"]);
        Assert.Null(page["_links"]!["previous"]);
    }

    [Fact]
    public async Task Sort_asc_begins_with_the_oldest()
    {
        var created = await CreateFive();

        var page = await List("payments?sort=asc&limit=3");

        Assert.Equal(created[..3], Ids(page));
    }

    [Theory]
    [InlineData("payments?limit=0")]
    [InlineData("payments?limit=251")]
    [InlineData("payments?limit=many")]
    [InlineData("payments?from=tr_unknown")]
    public async Task A_bad_limit_or_cursor_is_malformed(string path)
    {
        using var answer = await Call(HttpMethod.Get, path);

        await AssertRefused(answer, 400, field: null);
    }

    private async Task<string[]> CreateFive()
    {
        var ids = new string[5];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = await CreatedId(Order());
        return ids;
    }

    private async Task<JsonNode> List(string path)
    {
        using var answer = await Call(HttpMethod.Get, path);
        return await Json(answer);
    }

    private static IEnumerable<string> Ids(JsonNode page) =>
        page["_embedded"]!["payments"]!.AsArray().Select(payment => (string)payment!["id"]!);
}
