using System.Collections.Concurrent;
using Elizon.Api.Tests.OpenApi;
using Elizon.Identity;

namespace Elizon.Api.Tests.Fuzz;

/// <summary>Signs a request as somebody the operation lets in: each operation has its own person, and a new one when a session ended.</summary>
public sealed class Signer(ElizonCluster cluster)
{
    private readonly ConcurrentDictionary<string, Customer> _people = new();

    public async Task Sign(ApiOperation operation, HttpRequestMessage request)
    {
        if (operation.Access is not ("user" or "staff"))
            return;
        if (!_people.TryGetValue(operation.ToString(), out var person))
            _people[operation.ToString()] = person = await Person(operation);
        request.With(person);
        if (operation.Access == "staff")
            request.Headers.TryAddWithoutValidation("X-Reason", "a fuzz test");
    }

    /// <summary>The operation's session is over; the next request gets another one.</summary>
    public void Forget(ApiOperation operation) => _people.TryRemove(operation.ToString(), out _);

    private Task<Customer> Person(ApiOperation operation) =>
        operation.Access == "staff" ? cluster.Staff(StaffRole.Admin) : cluster.Customer();
}
