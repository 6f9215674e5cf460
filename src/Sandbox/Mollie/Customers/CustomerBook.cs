using Elizon.Sandbox.Mollie.Http;
using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Mollie.Customers;

internal sealed class CustomerBook(SandboxStore store)
{
    private const string Kind = "mollie.customer";

    public IReadOnlyList<Customer> All => store.All<Customer>(Kind);

    public Customer? Find(string id, string world) =>
        store.Get<Customer>(Kind, id) is { } customer && customer.World == world ? customer : null;

    /// <exception cref="MollieProblem">404 for an unknown id, and for one of the other world.</exception>
    public Customer Get(MollieCall call)
    {
        var id = call.Route("customerId");
        return Find(id, call.Access.World) ?? throw MollieProblem.NotFound("customer", id);
    }

    public static void Put(StoreChanges changes, Customer customer) =>
        changes.Put(Kind, customer.Id, customer);

    public static void Remove(StoreChanges changes, Customer customer) =>
        changes.Remove(Kind, customer.Id);
}
