using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>Compares what is wanted with what was seen: drift is mended, or shown to staff.</summary>
internal static class ServiceCheck
{
    /// <summary>Null when nothing differs. A provider that did not answer says nothing about the server.</summary>
    public static Change<ServiceState>? Take(
        ServiceState service,
        WorkReport report,
        DateTimeOffset now
    )
    {
        if (
            report.Outcome != OutcomeKind.Done
            || service is not { DeliveredAt: not null, EndedAt: null, Current: null }
        )
            return null;
        var next = service with
        {
            Fault = Fault(report.Server),
            Power = report.Power ?? service.Power,
        };
        if (report.Server is { } server)
            next = next with { Server = server.Server, Ip = server.Ip, Port = server.Port };
        if (report.Power is { } power && power != service.Power)
            next = next with { SeenAt = now };
        next = next with { CheckAt = OperationTimes.NextCheck(next, now) };
        if (Mend(next, report.Server, now) is { } mended)
            return mended;
        if (service.PaidUntil is null)
            return Contracted(next);
        return next == service ? null : ServiceChange.To(next);
    }

    /// <summary>A service from before there were contracts: its first period began with its delivery.</summary>
    private static Change<ServiceState> Contracted(ServiceState service) =>
        ServiceChange
            .To(service)
            .Send(
                SubscriptionAddress.Of(service.Order!.Id),
                new SubscriptionBegan(service.Order, service.DeliveredAt!.Value)
            );

    private static string? Fault(ServerSeen? server) =>
        server switch
        {
            null => "The server is gone at the provider.",
            { Setup: SetupState.Failed } => "The provider says that the installation failed.",
            _ => null,
        };

    private static Change<ServiceState>? Mend(
        ServiceState service,
        ServerSeen? server,
        DateTimeOffset now
    )
    {
        var wanted = service.Suspended is not null;
        if (server is null || server.Suspended == wanted)
            return null;
        var kind = wanted ? OperationKind.Suspend : OperationKind.Unsuspend;
        var operation = ServiceChange.New(
            $"{service.Order!.Id}/check/{now.UtcTicks}",
            kind,
            OperationStep.Call,
            now
        );
        return ServiceChange.To(service.Enqueue(operation)).With(operation);
    }
}
