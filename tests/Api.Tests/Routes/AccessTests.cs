using System.Net;
using System.Text.Json;
using Elizon.Api.Rules;
using Elizon.ApiKeys;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Api.Tests.Routes;

/// <summary>What the table says about access, called route by route; no route has code of its own here.</summary>
[Collection(ApiCollection.Name)]
public sealed class AccessTests(ApiFixture api)
{
    public static TheoryData<string, string> Guarded =>
        Rows(r => r.Access is not ("public" or "internal"));

    public static TheoryData<string, string> SessionOnly => Rows(r => r.ApiKey == "no");

    public static TheoryData<string, string> Scoped =>
        Rows(r => r.Access is not ("public" or "internal") && r.ApiKey == "yes");

    public static TheoryData<string, string> ForStaff =>
        Rows(r => r.Access.StartsWith("staff", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Without_a_credential_a_guarded_route_is_401(string method, string path)
    {
        using var request = Request(method, path);
        using var answer = await api.Http.SendAsync(request);
        await Refused(answer, HttpStatusCode.Unauthorized, "auth.required");
    }

    [Theory]
    [MemberData(nameof(SessionOnly))]
    public async Task A_key_is_refused_where_only_sessions_are_let_in(string method, string path)
    {
        using var request = Request(method, path).Key(await api.Key(ApiScopes.SupportRead));
        using var answer = await api.Http.SendAsync(request);
        await Refused(answer, HttpStatusCode.Forbidden, "apikey.sessionOnly");
    }

    [Theory]
    [MemberData(nameof(Scoped))]
    public async Task A_key_without_the_routes_scope_is_403(string method, string path)
    {
        var other =
            Rule(method, path).Scope == ApiScopes.SupportRead
                ? ApiScopes.ServicesRead
                : ApiScopes.SupportRead;
        using var request = Request(method, path).Key(await api.Key(other));
        using var answer = await api.Http.SendAsync(request);
        await Refused(answer, HttpStatusCode.Forbidden, "scope.missing");
    }

    [Theory]
    [MemberData(nameof(ForStaff))]
    public async Task A_customer_is_refused_on_a_staff_route(string method, string path)
    {
        using var request = Request(method, path).With(await api.Customer());
        using var answer = await api.Http.SendAsync(request);
        await Refused(answer, HttpStatusCode.Forbidden, "staff.role");
    }

    [Fact]
    public void Every_scope_of_a_route_can_be_given_to_a_key() =>
        Assert.Empty(
            api.Host.Services.GetRequiredService<ApiRoutes>()
                .All()
                .Select(e => e.Metadata.GetMetadata<ApiRule>()!.Scope)
                .Where(s => s is not null && !ApiScopes.All.Contains(s))
                .Distinct()
        );

    private ApiRule Rule(string method, string path) =>
        api
            .Host.Services.GetRequiredService<ApiRoutes>()
            .All()
            .Single(e => RouteRow.Of(e).Any(r => r.Method == method && r.Path == path))
            .Metadata.GetMetadata<ApiRule>()!;

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
