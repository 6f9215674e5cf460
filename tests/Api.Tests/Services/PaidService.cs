using System.Net.Http.Json;
using System.Text.Json;
using Elizon.Catalog;
using Elizon.Services;

namespace Elizon.Api.Tests.Services;

/// <summary>A service of a paid order line whose provider nobody configured: it stays on the way.</summary>
internal static class PaidService
{
    public static async Task<ServiceId> Open(ApiFixture api, Customer owner)
    {
        var id = NewId.Derived<ServiceId>($"paid/{owner.Id}");
        await api
            .Host.Cluster.Grains.Service(id)
            .Open(
                new ServiceOrder(
                    id,
                    owner.Id,
                    new OrderId($"order-{owner.Id}"),
                    new InvoiceId($"invoice-{owner.Id}"),
                    0,
                    "Mine",
                    new ProductId("paper-4"),
                    "Paper",
                    30,
                    new Money(500),
                    new ServicePlan(
                        new ProviderId("nowhere"),
                        "pterodactyl",
                        new LocationId("fsn"),
                        "Falkenstein",
                        "paper",
                        "Paper",
                        "java:21",
                        [],
                        4096,
                        10240,
                        200,
                        0,
                        500,
                        1,
                        1,
                        1
                    ),
                    api.Host.Cluster.Clock.GetUtcNow()
                )
            );
        return id;
    }

    public static async Task<JsonElement> Show(ApiFixture api, Customer by, ServiceId service)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/services/{service}").With(
            by
        );
        using var answer = await api.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("service");
    }
}
