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
/// <param name="Reason">The bank's or the card's word when there is one, such as "AM04" or "card_expired"; else our own, see <see cref="Elizon.Grains.Payments.FailureReasons"/>.</param>
[MessageName("account.payment-ended")]
public sealed record PaymentEnded(
    PaymentId Payment,
    PaymentPurpose Purpose,
    InvoiceId? Invoice,
    string Outcome,
    string? Reason = null
) : Message;

/// <summary>
/// Money is on its way and may take days: a collection was begun, or a payer started a slow payment. Told once per payment,
/// before its <see cref="PaymentReceived"/> or <see cref="PaymentEnded"/>.
/// </summary>
[MessageName("account.payment-in-flight")]
public sealed record PaymentInFlight(
    PaymentId Payment,
    PaymentPurpose Purpose,
    InvoiceId? Invoice,
    Money Amount,
    DateTimeOffset Since
) : Message;

/// <summary>The payer's bank took a payment back. Booked once per chargeback.</summary>
/// <param name="ProviderPayment">The payment that was booked before.</param>
/// <param name="Chargeback">The provider's id, such as "chb_…".</param>
/// <param name="Amount">What was taken back, positive.</param>
/// <param name="Reason">The bank's code, such as "MD06"; null when it says none.</param>
[MessageName("account.payment-charged-back")]
public sealed record PaymentChargedBack(
    PaymentId Payment,
    PaymentPurpose Purpose,
    InvoiceId? Invoice,
    Money Amount,
    string ProviderPayment,
    string Chargeback,
    string? Reason
) : Message;

/// <summary>The bank gave back what it had taken: the money is there again.</summary>
[MessageName("account.chargeback-reversed")]
public sealed record ChargebackReversed(
    PaymentId Payment,
    PaymentPurpose Purpose,
    InvoiceId? Invoice,
    Money Amount,
    string ProviderPayment,
    string Chargeback
) : Message;

/// <summary>The provider gave money back to the payer.</summary>
/// <param name="Refund">Ours, or the provider's ("re_…") when it was not asked for here.</param>
/// <param name="Ours">False: somebody made it at the provider's own pages; nothing was set aside for it.</param>
[MessageName("account.payment-refunded")]
public sealed record PaymentRefunded(
    PaymentId Payment,
    PaymentPurpose Purpose,
    InvoiceId? Invoice,
    Money Amount,
    string ProviderPayment,
    string Refund,
    bool Ours
) : Message;

/// <summary>A refund will not happen: what was set aside for it comes back.</summary>
/// <param name="Reason">For staff.</param>
[MessageName("account.refund-failed")]
public sealed record RefundFailed(
    PaymentId Payment,
    PaymentPurpose Purpose,
    InvoiceId? Invoice,
    Money Amount,
    string Refund,
    string Reason,
    RefundTo To = RefundTo.Method
) : Message;

/// <summary>The method that collections of this account use from now on; null: there is none any more.</summary>
[MessageName("account.saved-method-changed")]
public sealed record SavedMethodChanged(SavedMethod? Method) : Message;

/// <summary>A contract began and asks whether it is collected by direct debit; the account answers only if it is.</summary>
[MessageName("account.collection-asked")]
public sealed record CollectionAsked(ServiceId Service) : Message;

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

/// <summary>A coupon asks whether this order was committed; the account answers with <see cref="Elizon.Grains.Coupons.CouponConfirmed"/>, held or released.</summary>
[MessageName("account.coupon-asked")]
public sealed record CouponAsked(CouponCode Coupon, OrderId Order) : Message;

/// <summary>A change of size that was charged will not be made: its invoice is taken back, what was paid goes to the balance.</summary>
[MessageName("account.size-change-undone")]
public sealed record SizeChangeUndone(InvoiceId Invoice) : Message;

/// <summary>A contract ended before a period that is billed: its invoice is taken back; what was paid of it goes to the balance.</summary>
[MessageName("account.renewal-withdrawn")]
public sealed record RenewalWithdrawn(InvoiceId Invoice) : Message;

/// <summary>A customer withdrew from a contract in its first period: what was paid for it goes back the way it came.</summary>
/// <param name="Used">Days that the service ran, of <paramref name="Days"/>.</param>
/// <param name="At">When it ended; what was added to the service ends with it.</param>
[MessageName("account.contract-withdrawn")]
public sealed record ContractWithdrawn(
    ServiceId Service,
    InvoiceId Invoice,
    int Used,
    int Days,
    DateTimeOffset? At = null
) : Message;

/// <summary>A customer withdrew from a contract whose size was changed in its first period: what the change cost goes back too.</summary>
/// <param name="Used">Days that the service ran at that size, of <paramref name="Days"/>.</param>
[MessageName("account.size-change-withdrawn")]
public sealed record SizeChangeWithdrawn(ServiceId Service, InvoiceId Invoice, int Used, int Days)
    : Message;
