using Elizon.ApiKeys;
using Elizon.Identity;

namespace Elizon.Api.Tests;

/// <summary>People of a test as HTTP clients know them: by their tokens.</summary>
public static class People
{
    /// <summary>A key of this customer with the scopes.</summary>
    public static async Task<string> Key(
        this ElizonCluster cluster,
        Customer customer,
        params string[] scopes
    ) =>
        (
            await cluster
                .Grains.User(customer.Id)
                .CreateApiKey(
                    new ApiKeyRequest("test", scopes),
                    customer.Caller(cluster.Clock.GetUtcNow())
                )
        ).Token!;

    /// <summary>Somebody of the house.</summary>
    public static async Task<Customer> Staff(this ElizonCluster cluster, StaffRole roles)
    {
        var person = await cluster.Customer();
        var boss = new Caller(
            new UserId("boss"),
            CallerKind.Staff,
            "session/boss",
            Permission.None,
            cluster.Clock.GetUtcNow(),
            Reason: "a test needs staff"
        );
        await cluster.Grains.User(person.Id).SetRoles(roles, boss);
        return person;
    }

    public static HttpRequestMessage With(this HttpRequestMessage request, Customer customer) =>
        request.Bearer(customer.Token);

    public static HttpRequestMessage Bearer(this HttpRequestMessage request, string token)
    {
        request.Headers.Add("Authorization", $"Bearer {token}");
        return request;
    }

    public static HttpRequestMessage Key(this HttpRequestMessage request, string key)
    {
        request.Headers.Add("x-api-key", key);
        return request;
    }

    public static HttpRequestMessage Cookie(this HttpRequestMessage request, Customer customer)
    {
        request.Headers.Add("Cookie", $"elizon_session={customer.Token}");
        return request;
    }
}
