using Elizon.Sandbox.Hosting;

namespace Elizon.Sandbox.Mollie;

/// <summary>The addresses of this Mollie, as they stand in <c>_links</c>.</summary>
internal sealed class MollieLinks(SandboxAddresses addresses)
{
    public const string ApiPath = "/mollie/v2";
    public const string CheckoutPath = "/mollie/checkout";

    public string Payments => Api("payments");

    public string Customers => Api("customers");

    public string Refunds => Api("refunds");

    public string Chargebacks => Api("chargebacks");

    public string Methods => Api("methods");

    public string Dashboard => Absolute("/control/mollie");

    public string Payment(string id) => Api($"payments/{id}");

    public string Checkout(string id) => Absolute($"{CheckoutPath}/{id}");

    public string Customer(string id) => Api($"customers/{id}");

    public string Mandate(string customerId, string id) =>
        Api($"customers/{customerId}/mandates/{id}");

    private string Api(string path) => Absolute($"{ApiPath}/{path}");

    private string Absolute(string path) => new Uri(addresses.Control, path).ToString();
}
