using System.Net.Http.Json;
using System.Text.Json;
using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Identity;

namespace Elizon.Api.Tests.Billing;

/// <summary>A host of its own with a small catalogue; every test brings its own customers.</summary>
public sealed class BillingApi : IAsyncLifetime
{
    private readonly Queue<Customer> _customers = new();

    public ApiHost Host { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public Customer Staff { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = await ApiHost.Start();
        Http = Host.Client();
        var cluster = Host.Cluster;
        // All of them before the first order: its services wait for a feature that this host may not have.
        for (var i = 0; i < 20; i++)
            _customers.Enqueue(await cluster.Customer());
        Staff = await cluster.Customer();
        var now = cluster.Clock.GetUtcNow();
        await cluster
            .Grains.User(Staff.Id)
            .SetRoles(StaffRole.Billing, Caller.System(now) with { Reason = "test" });
        await cluster
            .Grains.CatalogAdmin()
            .Apply(
                CatalogSamples.Document(CatalogSamples.Product("api-s")),
                default,
                CatalogSamples.Staff(now)
            );
        await cluster.Quiet();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>A new customer with so much on account.</summary>
    public async Task<Customer> Customer(long cents = 0)
    {
        var customer = _customers.Dequeue();
        if (cents > 0)
            await Host
                .Cluster.Grains.Account(customer.Id)
                .Credit(new Money(cents), "test", Caller.System(Host.Cluster.Clock.GetUtcNow()));
        return customer;
    }

    public async Task<(int Status, JsonElement Body)> Send(
        HttpMethod method,
        string path,
        Customer by,
        object? body = null,
        string? key = null,
        string? reason = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Authorization", $"Bearer {by.Token}");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (reason is not null)
            request.Headers.Add("X-Reason", reason);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, JsonDocument.Parse(text).RootElement);
    }

    public Task<(int Status, JsonElement Body)> Get(string path, Customer by) =>
        Send(HttpMethod.Get, path, by);

    public Task<(int Status, JsonElement Body)> Post(
        string path,
        Customer by,
        object body,
        string? key = null,
        string? reason = null
    ) => Send(HttpMethod.Post, path, by, body, key, reason);
}
