using Elizon.Checkout;
using Elizon.Payments;

namespace Elizon.Billing;

/// <summary>Where a customer starts to pay. Stateless: asks the account, then the payment provider's starter.</summary>
[Alias("IPaymentDesk")]
public interface IPaymentDesk : IGrainWithIntegerKey
{
    /// <summary>Starts a payment that adds to the balance once the provider says it is paid.</summary>
    /// <exception cref="Refusal">Invalid amount; ProviderDown.</exception>
    [Alias("TopUp")]
    Task<PaymentView> TopUp(Money amount, Caller by);

    /// <summary>Pays a draft invoice, also by another method than the one chosen at checkout.</summary>
    /// <exception cref="Refusal">NotFound, PaymentRequired, Conflict, ProviderDown.</exception>
    [Alias("Pay")]
    Task<CheckoutResult> Pay(InvoiceId invoice, PaymentMethod method, Caller by);
}
