using Elizon.Sandbox.Mollie.Payments;

namespace Elizon.Sandbox.Mollie.Checkout;

/// <summary>What <see cref="CheckoutPage"/> shows of a payment. Public because Razor components are.</summary>
public sealed record CheckoutView(
    string Id,
    string World,
    string Amount,
    string Description,
    string Status,
    bool Final,
    bool MayBePending,
    string? RedirectUrl,
    IReadOnlyList<CheckoutMethod> Methods
)
{
    private const string UsualMethod = "creditcard";

    internal static CheckoutView Of(Payment payment)
    {
        var selected = payment.Method ?? UsualMethod;
        var choice = PaymentMethods.All.Where(m =>
            payment.Methods.Length == 0 || payment.Methods.Contains(m.Id)
        );
        return new CheckoutView(
            payment.Id,
            payment.World,
            payment.Amount.ToString(),
            payment.Description,
            payment.Status.Word(),
            payment.IsFinal(),
            payment.MayBecome(PaymentStatus.Pending),
            payment.RedirectUrl,
            [.. choice.Select(m => new CheckoutMethod(m.Id, m.Description, m.Id == selected))]
        );
    }
}

public sealed record CheckoutMethod(string Id, string Name, bool Selected);
