using Elizon.Catalog;
using Elizon.Grains.Outbox;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>An order line is paid: provision it (same as <see cref="IServiceGrain.Open"/>, guaranteed).</summary>
[MessageName("service.ordered")]
public sealed record ServiceOrdered(ServiceOrder Order) : Message;

/// <summary>Until when its contract is paid.</summary>
/// <param name="Cycle">Days of the next periods.</param>
/// <param name="Price">Of such a period before discounts; null: as told before.</param>
[MessageName("service.paid-until")]
public sealed record ServicePaidUntil(DateTimeOffset Until, int Cycle, Money? Price = null)
    : Message;

/// <summary>Its invoice is so long overdue that it stands still until that is paid.</summary>
[MessageName("service.payment-overdue")]
public sealed record ServicePaymentOverdue : Message;

/// <summary>What was overdue is paid.</summary>
[MessageName("service.payment-arrived")]
public sealed record ServicePaymentArrived : Message;

/// <summary>Its contract is for another size from now on. It answers with <see cref="Subscriptions.SizeReached"/> or <see cref="Subscriptions.SizeRefused"/>.</summary>
/// <param name="Change">The contract's name of the change.</param>
/// <param name="Restart">A running server is started again afterwards.</param>
[MessageName("service.size-changed")]
public sealed record ServiceSizeChanged(string Change, PlanLimits Limits, bool Restart) : Message;

/// <summary>Its contract has ended: the server goes.</summary>
/// <param name="Reason">For the audit.</param>
[MessageName("service.contract-ended")]
public sealed record ServiceContractEnded(string Reason) : Message;

/// <summary>Something was bought for a service: add it.</summary>
[MessageName("service.add-on-ordered")]
public sealed record AddOnOrdered(ServiceOrder Order) : Message;

/// <summary>The contract over an add-on has ended: it goes.</summary>
[MessageName("service.add-on-ended")]
public sealed record AddOnEnded(ServiceId AddOn) : Message;
