using System.Net;
using System.Text.Json;

namespace Elizon.Api.Tests.Routes;

/// <summary>What the table says about access, called route by route; no route has code of its own here.</summary>
[Collection(ApiCollection.Name)]
public sealed class AccessTests(ApiFixture api)
{
    public static TheoryData<string, string> Guarded =>
        Rows(r => r.Access is not ("public" or "internal"));

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Without_a_credential_a_guarded_route_is_401(string method, string path)
    {
        using var request = Request(method, path);
        using var answer = await api.Http.SendAsync(request);
        await Refused(answer, HttpStatusCode.Unauthorized, "auth.required");
    }

    private static TheoryData<string, string> Rows(Func<RouteRow, bool> which)
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in RouteRow.All().Where(r => r.IsBuilt && which(r)))
            rows.Add(row.Method, row.Path);
        return rows;
    }

    private static HttpRequestMessage Request(string method, string path) =>
        new(
            new HttpMethod(method),
            path.Replace("{", "", StringComparison.Ordinal)
                .Replace("}", "", StringComparison.Ordinal)
        );

    private static async Task Refused(HttpResponseMessage answer, HttpStatusCode status, string key)
    {
        Assert.Equal(status, answer.StatusCode);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.False(body.GetProperty("success").GetBoolean());
        Assert.Equal(key, body.GetProperty("errorKey").GetString());
    }
}
