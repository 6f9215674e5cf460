using System.Net;
using System.Text;
using System.Text.Json;
using Elizon.Api.Replies;
using Elizon.Api.Tests.OpenApi;
using Elizon.Api.Tests.Services;
using Elizon.Catalog;
using Elizon.Identity;
using Elizon.Permissions;
using Elizon.Services;

namespace Elizon.Api.Tests.Routes;

/// <summary>
/// Rights on a shared service, by the table: whoever has every other right but the one a route needs is refused, and a
/// stranger learns nothing. The service is shared through the staff's route.
/// </summary>
[Collection(ApiCollection.Name)]
public sealed class PermissionTests(ApiFixture api)
{
    private const Permission Every = (Permission)((int)Permission.ManagePermissions * 2 - 1);

    public static TheoryData<string, string, string> Guarded
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in RouteRow.All().Where(r => r.IsBuilt && r.Needs.Length > 0))
                rows.Add(row.Method, row.Path, row.Needs);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Without_the_right_a_grantee_is_403(string method, string path, string needs)
    {
        var service = await Service();
        var grantee = await api.Host.Cluster.Customer();
        await Share(service, grantee, Every & ~Flags(needs));
        using var request = await Request(method, path, service);
        using var answer = await api.Http.SendAsync(request.With(grantee));
        Assert.Equal((HttpStatusCode.Forbidden, "permission.missing"), await Error(answer));
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task A_stranger_is_404(string method, string path, string needs)
    {
        var service = await Service();
        using var request = await Request(method, path, service);
        using var answer = await api.Http.SendAsync(request.With(await api.Customer()));
        var (status, key) = await Error(answer);
        Assert.True(
            (status, key) == (HttpStatusCode.NotFound, "notFound"),
            $"{needs}: {status} {key}"
        );
    }

    /// <summary>Paid, and never set up: there is no such provider. Rights come before states.</summary>
    private async Task<ServiceId> Service() =>
        await PaidService.Open(api, await api.Host.Cluster.Customer());

    private async Task Share(ServiceId service, Customer with, Permission rights)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"/api/admin/services/{service}/grants"
        );
        request.Headers.Add("X-Reason", "a test of rights");
        request.Content = Json(
            JsonSerializer.Serialize(new { user = with.Id, permissions = rights }, ApiJson.Replies)
        );
        using var answer = await api.Http.SendAsync(request.With(await api.Staff(StaffRole.Admin)));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpRequestMessage> Request(string method, string path, ServiceId service)
    {
        var document = await ApiDocument.Fetch(api.Http);
        var operation = document.Operations.Single(o => o.Method == method && o.Path == path);
        var request = new HttpRequestMessage(
            new HttpMethod(method),
            path.Replace("{id}", service.Value, StringComparison.Ordinal)
        );
        if (operation.Example is { } body)
            request.Content = Json(body.ToJsonString());
        return request;
    }

    private static Permission Flags(string words) =>
        words
            .Split(',')
            .Select(w => (Permission)FlagWords.Of(typeof(Permission))[w])
            .Aggregate((a, b) => a | b);

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<(HttpStatusCode, string?)> Error(HttpResponseMessage answer)
    {
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (
            answer.StatusCode,
            body.TryGetProperty("errorKey", out var key) ? key.GetString() : null
        );
    }
}
