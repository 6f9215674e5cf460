using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Mollie.Mandates;

internal sealed class MandateBook(SandboxStore store)
{
    private const string Kind = "mollie.mandate";

    public Mandate? Find(string id) => store.Get<Mandate>(Kind, id);

    /// <summary>Of one customer, oldest first.</summary>
    public IReadOnlyList<Mandate> Of(string customerId) =>
        [.. store.All<Mandate>(Kind).Where(mandate => mandate.CustomerId == customerId)];

    public static void Put(StoreChanges changes, Mandate mandate) =>
        changes.Put(Kind, mandate.Id, mandate);
}
