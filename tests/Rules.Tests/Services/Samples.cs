using Elizon.Catalog;
using Elizon.Grains.Providers;
using Elizon.Grains.Services;
using Elizon.Services;

namespace Elizon.Rules.Tests.Services;

/// <summary>A service on the way, step by step, without a cluster.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Start = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    public static readonly UserId Owner = new("owner");

    public static readonly ServiceOrder Order = new(
        new ServiceId("svc"),
        Owner,
        new OrderId("order"),
        new InvoiceId("invoice"),
        0,
        "Mine",
        new ProductId("paper-4"),
        "Paper",
        30,
        new Money(500),
        new ServicePlan(
            new ProviderId("panel"),
            "pterodactyl",
            new LocationId("fsn"),
            "Falkenstein",
            "paper",
            "Paper",
            "java:21",
            new() { ["MINECRAFT_VERSION"] = "latest" },
            4096,
            10240,
            200,
            0,
            500,
            1,
            1,
            1
        ),
        Start
    );

    public static Caller By(UserId user) =>
        new(user, CallerKind.Session, $"session/{user}", Permission.None, Start);

    public static ServiceState Opened() =>
        ServiceOpening.Open(new ServiceState(), Order, Start)!.Next;

    public static ServiceState Delivered() =>
        Report(Begin(Opened()), WorkKind.Create, Ready()).Next;

    public static ServiceState Begin(ServiceState service, DateTimeOffset? now = null) =>
        WorkBeginning.Begin(service, "silo", _ => true, now ?? Start)!.Change.Next;

    public static Grains.Storage.Change<ServiceState> Report(
        ServiceState service,
        WorkKind kind,
        Outcome<ServerSeen?> outcome,
        DateTimeOffset? now = null
    ) =>
        WorkReporting.Take(
            service,
            new WorkReport(
                service.Current!.Id,
                service.Current.Attempts,
                kind,
                outcome.Kind,
                outcome.For,
                outcome.Reason,
                outcome.Value
            ),
            now ?? Start
        )!;

    public static Outcome<ServerSeen?> Ready() => Seen(SetupState.Ready);

    public static Outcome<ServerSeen?> Seen(SetupState setup, bool suspended = false) =>
        Outcome<ServerSeen?>.Done(
            new ServerSeen(
                new ServerReference("7", "0000-1111", "1"),
                Order.Id,
                setup,
                suspended,
                "10.0.0.1",
                25565,
                "Mine"
            )
        );
}
