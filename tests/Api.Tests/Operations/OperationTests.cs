using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Elizon.Api.Tests.Services;

namespace Elizon.Api.Tests.Operations;

/// <summary>Long work over HTTP: its owner watches it, a stranger learns nothing.</summary>
[Collection(ApiCollection.Name)]
public sealed class OperationTests(ApiFixture api)
{
    [Fact]
    public async Task The_owner_of_a_service_watches_its_operation()
    {
        var owner = await api.Host.Cluster.Customer();
        var service = await PaidService.Open(api, owner);
        var operation = (await PaidService.Show(api, owner, service))
            .GetProperty("operationId")
            .GetString();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/api/operations/{operation}"
        ).With(owner);
        using var answer = await api.Http.SendAsync(request);
        var shown = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(
            "operation"
        );
        Assert.Equal("PROVISION", shown.GetProperty("kind").GetString());
        Assert.Equal(service.Value, shown.GetProperty("service").GetString());
    }

    [Fact]
    public async Task A_stranger_does_not_see_an_operation()
    {
        var owner = await api.Host.Cluster.Customer();
        var service = await PaidService.Open(api, owner);
        var operation = (await PaidService.Show(api, owner, service))
            .GetProperty("operationId")
            .GetString();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/api/operations/{operation}"
        ).With(await api.Host.Cluster.Customer());
        using var answer = await api.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
