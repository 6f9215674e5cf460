using Elizon.Grains.Outbox;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>An order line is paid: provision it (same as <see cref="IServiceGrain.Open"/>, guaranteed).</summary>
[MessageName("service.ordered")]
public sealed record ServiceOrdered(ServiceOrder Order) : Message;

/// <summary>Until when its contract is paid.</summary>
/// <param name="Cycle">Days of the next periods.</param>
[MessageName("service.paid-until")]
public sealed record ServicePaidUntil(DateTimeOffset Until, int Cycle) : Message;

/// <summary>Its invoice is so long overdue that it stands still until that is paid.</summary>
[MessageName("service.payment-overdue")]
public sealed record ServicePaymentOverdue : Message;

/// <summary>What was overdue is paid.</summary>
[MessageName("service.payment-arrived")]
public sealed record ServicePaymentArrived : Message;

/// <summary>Its contract has ended: the server goes.</summary>
/// <param name="Reason">For the audit.</param>
[MessageName("service.contract-ended")]
public sealed record ServiceContractEnded(string Reason) : Message;
