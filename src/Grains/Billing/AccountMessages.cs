using Elizon.Grains.Outbox;
using Elizon.Payments;

namespace Elizon.Grains.Billing;

/// <summary>Money arrived at the payment provider. Booked once per provider's payment id, whatever the purpose became meanwhile.</summary>
/// <param name="ProviderPayment">The provider's id of the attempt that was paid, such as "tr_…".</param>
[MessageName("account.payment-received")]
public sealed record PaymentReceived(
    PaymentId Payment,
    PaymentPurpose Purpose,
    InvoiceId? Invoice,
    Money Amount,
    string ProviderPayment,
    string Method
) : Message;

/// <summary>No attempt of this payment can be paid any more.</summary>
/// <param name="Outcome">"failed", "canceled" or "expired".</param>
[MessageName("account.payment-ended")]
public sealed record PaymentEnded(
    PaymentId Payment,
    PaymentPurpose Purpose,
    InvoiceId? Invoice,
    string Outcome
) : Message;

/// <summary>A service runs for the first time.</summary>
[MessageName("account.service-delivered")]
public sealed record ServiceDelivered(ServiceId Service, InvoiceId Invoice, int Line) : Message;

/// <summary>A service could not be provisioned and nothing of it is left at the provider: its price goes back to the balance.</summary>
/// <param name="Reason">For staff; the customer gets a plain sentence.</param>
[MessageName("account.service-undelivered")]
public sealed record ServiceUndelivered(
    ServiceId Service,
    InvoiceId Invoice,
    int Line,
    string Reason
) : Message;

/// <summary>A stock asks whether this order was committed; the account answers with <see cref="Elizon.Grains.Catalog.StockConfirmed"/> or <see cref="Elizon.Grains.Catalog.StockReleased"/>.</summary>
[MessageName("account.stock-asked")]
public sealed record StockAsked(string Stock, OrderId Order) : Message;
