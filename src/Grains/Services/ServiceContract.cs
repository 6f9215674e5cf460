using Elizon.Grains.Storage;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>What the contract over a service does to it. Told by message, so each is tried until it is done.</summary>
internal static class ServiceContract
{
    /// <summary>Null when nothing of it changes the service any more.</summary>
    public static Change<ServiceState>? PaidUntil(ServiceState service, ServicePaidUntil told) =>
        service.Order is null
            ? null
            : ServiceChange.To(
                service with
                {
                    PaidUntil = told.Until,
                    BillingCycle = told.Cycle,
                    Price = told.Price ?? service.Price,
                }
            );

    /// <summary>It stands still; a suspension by staff has its own reason and stays.</summary>
    public static Change<ServiceState>? Overdue(ServiceState service, DateTimeOffset now) =>
        service is { Order: not null, EndedAt: null, Failed: false, Suspended: null }
            ? ServiceSupervising.Suspend(service, Suspension.Payment, Caller.System(now), now)
            : null;

    /// <summary>It runs again, unless staff suspended it.</summary>
    public static Change<ServiceState>? Arrived(ServiceState service, DateTimeOffset now) =>
        service is { EndedAt: null, Failed: false, Suspended: Suspension.Payment }
            ? ServiceSupervising.Unsuspend(service, Caller.System(now), now)
            : null;

    /// <summary>The server goes.</summary>
    public static Change<ServiceState>? Ended(
        ServiceState service,
        ServiceContractEnded told,
        DateTimeOffset now
    ) =>
        service is { DeliveredAt: not null, EndedAt: null, Failed: false }
            ? ServiceCommanding.Cancel(
                service,
                Caller.System(now) with
                {
                    Reason = told.Reason,
                },
                now
            )
            : null;
}
