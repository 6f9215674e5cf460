using System.Collections.Immutable;
using Elizon.Grains.Storage;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>A paid order line becomes a service.</summary>
internal static class ServiceOpening
{
    /// <summary>Null when it was opened before.</summary>
    public static Change<ServiceState>? Open(
        ServiceState service,
        ServiceOrder order,
        DateTimeOffset now
    )
    {
        if (service.Order is not null)
            return null;
        var provision = ServiceChange.New(
            order.Id.Value,
            OperationKind.Provision,
            OperationStep.Create,
            now
        );
        var opened = new ServiceState
        {
            Order = order,
            Name = order.Name,
            Variables = order.Plan.Environment.ToImmutableDictionary(),
        };
        return ServiceChange.To(opened.Enqueue(provision)).With(provision);
    }
}
