using Elizon.Banking;
using Elizon.Checkout;
using Elizon.Payments;

namespace Elizon.Billing;

/// <summary>
/// The one owner of a customer's money. Key: <see cref="AccountId"/>, the same text as the user id. Its commit alone
/// writes the customer's orders, invoices, ledger entries, allocations and reservations; payments and services tell it
/// what happened by message (design, section 4).
/// </summary>
[Alias("IAccountGrain")]
public partial interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>What the customer has on account.</summary>
    [Alias("Balance")]
    Task<Money> Balance();

    /// <summary>Gives the customer money for a reason, booked against goodwill and audited. Repeats by operation id.</summary>
    /// <exception cref="Refusal">Invalid: amount or reason.</exception>
    [Alias("Credit")]
    Task<BalanceView> Credit(Money amount, string reason, Caller by);

    /// <summary>
    /// Reserves the stock and commits the order: paid from the balance with a numbered invoice, or as a draft that waits
    /// for its payment. Called by <see cref="ICheckoutGrain"/> only.
    /// </summary>
    /// <exception cref="Refusal">PaymentRequired, Conflict (sold out, price changed, too many drafts); nothing was created.</exception>
    [Alias("Place")]
    Task<PlacedOrder> Place(OrderRequest request, Caller by);

    /// <summary>Pays a draft from the balance: the invoice gets its number, the services are ordered.</summary>
    /// <exception cref="Refusal">NotFound, PaymentRequired, Conflict when it is paid or lapsed.</exception>
    [Alias("PayFromBalance")]
    Task<PlacedOrder> PayFromBalance(InvoiceId invoice, Caller by);

    /// <summary>Says what is to be paid at the provider for a draft; the one in flight, or a new intent when the last one ended.</summary>
    /// <exception cref="Refusal">NotFound, Conflict when it is paid or lapsed.</exception>
    [Alias("PrepareProviderPayment")]
    Task<PlacedOrder> PrepareProviderPayment(InvoiceId invoice, Caller by);

    /// <summary>Takes the whole balance off and has it transferred with the next file of payouts.</summary>
    /// <exception cref="Refusal">Invalid: account number or name; Conflict: nothing to pay out, or orders wait for payment.</exception>
    [Alias("PayOut")]
    Task<PayoutView> PayOut(string iban, string holder, Caller by);
}
