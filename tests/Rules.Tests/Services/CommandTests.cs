using Elizon.Grains.Providers;
using Elizon.Grains.Services;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Rules.Tests.Services;

public sealed class CommandTests
{
    private static readonly Caller Owner = Samples.By(Samples.Owner);

    private static string Refused(Action act) => Assert.Throws<Refusal>(act).Key;

    [Fact]
    public void A_stranger_is_told_that_there_is_nothing() =>
        Assert.Equal(
            "notFound",
            Refused(() =>
                ServiceCommanding.Act(
                    Samples.Delivered(),
                    ServiceAction.Stop,
                    Samples.By(new UserId("other")),
                    Samples.Start
                )
            )
        );

    [Theory]
    [InlineData(ServiceAction.Start, Permission.Start)]
    [InlineData(ServiceAction.Stop, Permission.Stop)]
    [InlineData(ServiceAction.Restart, Permission.Restart)]
    [InlineData(ServiceAction.Kill, Permission.Stop)]
    public void Each_action_needs_its_own_right(ServiceAction action, Permission right)
    {
        var grantee = Samples.By(new UserId("friend"));
        ServiceState With(Permission rights) =>
            Samples.Delivered() with
            {
                Grants = [new ServiceGrant(grantee.User, rights, Samples.Start, "staff")],
            };
        Assert.Equal(
            "permission.missing",
            Refused(() =>
                ServiceCommanding.Act(
                    With(ServiceAccess.All & ~right),
                    action,
                    grantee,
                    Samples.Start
                )
            )
        );
        ServiceCommanding.Act(With(right), action, grantee, Samples.Start);
    }

    [Fact]
    public void Before_delivery_an_action_is_refused() =>
        Assert.Equal(
            "service.provisioning",
            Refused(() =>
                ServiceCommanding.Act(Samples.Opened(), ServiceAction.Stop, Owner, Samples.Start)
            )
        );

    [Fact]
    public void A_suspended_service_refuses_every_action() =>
        Assert.All(
            Enum.GetValues<ServiceAction>(),
            action =>
                Assert.Equal(
                    "service.suspended",
                    Refused(() =>
                        ServiceCommanding.Act(
                            Samples.Delivered() with
                            {
                                Suspended = Suspension.Payment,
                            },
                            action,
                            Owner,
                            Samples.Start
                        )
                    )
                )
        );

    [Fact]
    public void A_newer_action_takes_the_place_of_the_one_under_way()
    {
        var first = ServiceCommanding
            .Act(Samples.Delivered(), ServiceAction.Stop, Owner, Samples.Start)
            .Change.Next;
        var second = ServiceCommanding
            .Act(first, ServiceAction.Start, Owner, Samples.Start.AddSeconds(1))
            .Change.Next;
        Assert.Equal(ServiceAction.Start, Assert.Single(second.Open).Action);
    }

    [Fact]
    public void An_action_not_taken_in_time_fails_visibly()
    {
        var (change, operation) = ServiceCommanding.Act(
            Samples.Delivered(),
            ServiceAction.Stop,
            Owner,
            Samples.Start
        );
        var late = WorkBeginning.Begin(change.Next, "silo", _ => true, operation.Deadline)!;
        Assert.Null(late.Order);
        Assert.Null(late.Change.Next.Current);
        Assert.Contains(
            late.Change.Rows,
            r => r.Row is OperationRow { State: OperationState.Failed }
        );
    }

    [Fact]
    public void Cancelling_ends_everything_else_and_deletes()
    {
        var acting = ServiceCommanding
            .Act(Samples.Delivered(), ServiceAction.Stop, Owner, Samples.Start)
            .Change.Next;
        var cancelled = ServiceCommanding.Cancel(acting, Owner, Samples.Start).Next;
        Assert.Equal(
            (ServiceStatus.Deleted, OperationKind.Delete),
            (cancelled.Status, Assert.Single(cancelled.Open).Kind)
        );
    }

    [Fact]
    public void A_deletion_is_tried_until_it_is_done()
    {
        var cancelled = ServiceCommanding.Cancel(Samples.Delivered(), Owner, Samples.Start).Next;
        var failed = Samples
            .Report(
                Samples.Begin(cancelled),
                WorkKind.Delete,
                Outcome<ServerSeen?>.Unknown("node down")
            )
            .Next;
        Assert.NotNull(failed.DueAt);
        var stuck = Samples.Begin(failed, Samples.Start.AddHours(1));
        Assert.Equal(OperationState.Stuck, stuck.Current!.State);
        var done = Samples
            .Report(
                stuck,
                WorkKind.Delete,
                Outcome<ServerSeen?>.Done(null),
                Samples.Start.AddHours(1)
            )
            .Next;
        Assert.Null(done.Current);
        Assert.Null(done.DueAt);
    }

    [Fact]
    public void Cancelling_twice_is_refused()
    {
        var cancelled = ServiceCommanding.Cancel(Samples.Delivered(), Owner, Samples.Start).Next;
        Assert.Equal(
            "service.deleted",
            Refused(() => ServiceCommanding.Cancel(cancelled, Owner, Samples.Start))
        );
    }

    [Fact]
    public void A_server_that_vanished_is_shown_to_staff()
    {
        var seen = new WorkReport(
            null,
            0,
            WorkKind.Check,
            OutcomeKind.Done,
            RefusedFor.None,
            null,
            null
        );
        Assert.Equal(
            "The server is gone at the provider.",
            ServiceCheck.Take(Samples.Delivered(), seen, Samples.Start)!.Next.Fault
        );
    }

    [Fact]
    public void A_provider_that_does_not_answer_says_nothing_about_the_server()
    {
        var silent = new WorkReport(
            null,
            0,
            WorkKind.Check,
            OutcomeKind.Unknown,
            RefusedFor.None,
            "down",
            null
        );
        Assert.Null(ServiceCheck.Take(Samples.Delivered(), silent, Samples.Start));
    }

    [Theory]
    [InlineData(true, OperationKind.Suspend)]
    [InlineData(false, OperationKind.Unsuspend)]
    public void A_suspension_that_differs_from_what_is_wanted_is_mended(
        bool wanted,
        OperationKind mending
    )
    {
        var service = Samples.Delivered() with { Suspended = wanted ? Suspension.Payment : null };
        var seen = new WorkReport(
            null,
            0,
            WorkKind.Check,
            OutcomeKind.Done,
            RefusedFor.None,
            null,
            Samples.Seen(SetupState.Ready, suspended: !wanted).Value
        );
        Assert.Equal(mending, ServiceCheck.Take(service, seen, Samples.Start)!.Next.Current!.Kind);
    }
}
