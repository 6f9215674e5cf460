using Elizon.Checkout;
using Elizon.Payments;

namespace Elizon.Billing;

/// <summary>Where a customer starts to pay. Stateless: asks the account, then the payment provider's starter.</summary>
[Alias("IPaymentDesk")]
public interface IPaymentDesk : IGrainWithIntegerKey
{
    /// <summary>Starts a payment that adds to the balance once the provider says it is paid.</summary>
    /// <param name="saveMethod">The method becomes a mandate that later collections use.</param>
    /// <exception cref="Refusal">Invalid amount; ProviderDown.</exception>
    [Alias("TopUp")]
    Task<PaymentView> TopUp(Money amount, Caller by, bool saveMethod = false);

    /// <summary>Pays a draft invoice, also by another method than the one chosen at checkout.</summary>
    /// <param name="saveMethod">As above, where the method is <see cref="PaymentMethod.Mollie"/>.</param>
    /// <exception cref="Refusal">NotFound, PaymentRequired, Conflict, ProviderDown.</exception>
    [Alias("Pay")]
    Task<CheckoutResult> Pay(
        InvoiceId invoice,
        PaymentMethod method,
        Caller by,
        bool saveMethod = false
    );
}
