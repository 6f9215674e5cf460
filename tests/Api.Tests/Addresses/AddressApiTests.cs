using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Elizon.Api.Tests.Addresses;

[Collection(ApiCollection.Name)]
public sealed class AddressApiTests(ApiFixture api)
{
    [Fact]
    public async Task An_address_is_added_replaced_listed_and_removed()
    {
        var customer = await api.Host.Cluster.Customer();
        var added = await Send(customer, HttpMethod.Post, "/api/addresses", Address("Berlin"));
        var id = added.GetProperty("address").GetProperty("id").GetString()!;
        Assert.True(added.GetProperty("address").GetProperty("isDefault").GetBoolean());
        await Send(customer, HttpMethod.Put, "/api/addresses", Address("Potsdam", id));
        var list = await Send(customer, HttpMethod.Get, "/api/addresses");
        Assert.Equal(
            ["Potsdam"],
            list.GetProperty("addresses")
                .EnumerateArray()
                .Select(a => a.GetProperty("city").GetString())
        );
        await Send(customer, HttpMethod.Delete, $"/api/addresses?id={id}");
        list = await Send(customer, HttpMethod.Get, "/api/addresses");
        Assert.Equal(0, list.GetProperty("addresses").GetArrayLength());
    }

    [Fact]
    public async Task Somebody_elses_address_is_404()
    {
        var owner = await api.Host.Cluster.Customer();
        var added = await Send(owner, HttpMethod.Post, "/api/addresses", Address("Berlin"));
        var id = added.GetProperty("address").GetProperty("id").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/addresses?id={id}");
        using var answer = await api.Http.SendAsync(
            request.With(await api.Host.Cluster.Customer())
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<JsonElement> Send(
        Customer by,
        HttpMethod method,
        string path,
        object? body = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await api.Http.SendAsync(request.With(by));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static object Address(string city, string? id = null) =>
        new
        {
            id,
            firstName = "Anna",
            lastName = "Muster",
            street = "Hauptstraße 1",
            zip = "10115",
            city,
            country = "de",
        };
}
