using System.Text.Json;

namespace Elizon.Api.Tests.Site;

[Collection(ApiCollection.Name)]
public sealed class SiteTests(ApiFixture api)
{
    [Fact]
    public async Task Ping_answers_without_a_credential() =>
        Assert.Equal("pong", (await Get("/api/ping")).GetProperty("message").GetString());

    [Fact]
    public async Task The_public_status_names_each_component()
    {
        var status = (await Get("/api/public/status")).GetProperty("status");
        Assert.Equal(
            ["database", "orders"],
            status
                .GetProperty("components")
                .EnumerateArray()
                .Select(c => c.GetProperty("key").GetString())
        );
    }

    [Fact]
    public async Task The_process_tells_its_version()
    {
        var status = (await Get("/api/status/self")).GetProperty("status");
        Assert.False(string.IsNullOrEmpty(status.GetProperty("version").GetString()));
    }

    private async Task<JsonElement> Get(string path)
    {
        var body = JsonDocument.Parse(await api.Http.GetStringAsync(path)).RootElement;
        Assert.True(body.GetProperty("success").GetBoolean());
        return body;
    }
}
