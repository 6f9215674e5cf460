using Elizon.Grains.Billing;
using Elizon.Grains.Mail;
using Elizon.Grains.Providers;
using Elizon.Grains.Services;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Rules.Tests.Services;

public sealed class ProvisioningTests
{
    [Fact]
    public void A_paid_line_becomes_a_pending_service_with_work_to_do()
    {
        var service = Samples.Opened();
        Assert.Equal(ServiceStatus.Pending, service.Status);
        Assert.Equal(Samples.Start, service.DueAt);
    }

    [Fact]
    public void Opening_again_changes_nothing() =>
        Assert.Null(ServiceOpening.Open(Samples.Opened(), Samples.Order, Samples.Start));

    [Fact]
    public void An_attempt_is_persisted_before_the_provider_is_called()
    {
        var begun = WorkBeginning.Begin(Samples.Opened(), "silo", _ => true, Samples.Start)!;
        Assert.Equal(WorkKind.Create, begun.Order!.Kind);
        Assert.Equal(
            (1, "silo", (DateTimeOffset?)(Samples.Start + OperationTimes.Lease)),
            (
                begun.Change.Next.Current!.Attempts,
                begun.Change.Next.Current.Silo,
                begun.Change.Next.Current.LeaseUntil
            )
        );
        Assert.Equal(ServiceStatus.Provisioning, begun.Change.Next.Status);
    }

    [Fact]
    public void While_the_worker_lives_no_second_attempt_is_made()
    {
        var service = Samples.Begin(Samples.Opened());
        var later = WorkBeginning.Begin(
            service,
            "other",
            silo => silo == "silo",
            Samples.Start + OperationTimes.Look
        )!;
        Assert.Null(later.Order);
    }

    [Fact]
    public void When_the_workers_silo_died_the_attempt_is_made_again()
    {
        var service = Samples.Begin(Samples.Opened());
        var later = WorkBeginning.Begin(
            service,
            "other",
            _ => false,
            Samples.Start + OperationTimes.Look
        )!;
        Assert.Equal((WorkKind.Create, 2), (later.Order!.Kind, later.Order.Attempt));
    }

    [Fact]
    public void A_report_of_an_earlier_attempt_changes_nothing()
    {
        var service = Samples.Begin(Samples.Opened());
        var stale = new WorkReport(
            service.Current!.Id,
            7,
            WorkKind.Create,
            OutcomeKind.Done,
            RefusedFor.None,
            null,
            Samples.Ready().Value
        );
        Assert.Null(WorkReporting.Take(service, stale, Samples.Start));
    }

    [Fact]
    public void A_ready_server_is_delivered_told_and_mailed_once()
    {
        var change = Samples.Report(
            Samples.Begin(Samples.Opened()),
            WorkKind.Create,
            Samples.Ready()
        );
        Assert.Equal("10.0.0.1:25565", ServiceViews.Address(change.Next));
        Assert.Equal(Samples.Start, change.Next.DeliveredAt);
        Assert.Single(change.Messages, m => m.Message is ServiceDelivered);
        Assert.Single(change.Messages, m => m.Message is SendMail { Template: "server-ready" });
        Assert.Null(change.Next.Current);
    }

    [Fact]
    public void An_installing_server_is_looked_at_again()
    {
        var service = Samples
            .Report(
                Samples.Begin(Samples.Opened()),
                WorkKind.Create,
                Samples.Seen(SetupState.Installing)
            )
            .Next;
        var next = WorkBeginning.Begin(
            service,
            "silo",
            _ => true,
            Samples.Start + OperationTimes.InstallPoll
        )!;
        Assert.Equal(WorkKind.Look, next.Order!.Kind);
    }

    [Fact]
    public void A_failed_installation_is_tried_once_more_then_cleaned_up_and_refunded()
    {
        var failed = Samples
            .Report(
                Samples.Begin(Samples.Opened()),
                WorkKind.Create,
                Samples.Seen(SetupState.Failed)
            )
            .Next;
        var again = Samples.Begin(failed);
        Assert.True(again.Current!.MustReinstall);
        var polled = Samples
            .Report(again, WorkKind.Reinstall, Outcome<ServerSeen?>.Done(null))
            .Next;
        var now = Samples.Start + OperationTimes.InstallPoll;
        var lost = Samples
            .Report(Samples.Begin(polled, now), WorkKind.Look, Samples.Seen(SetupState.Failed), now)
            .Next;
        Assert.Equal(OperationStep.CleanUp, lost.Current!.Step);
        var ended = Samples.Report(
            Samples.Begin(lost, now),
            WorkKind.CleanUp,
            Outcome<ServerSeen?>.Done(null),
            now
        );
        Assert.Equal(ServiceStatus.Failed, ended.Next.Status);
        Assert.Single(ended.Messages, m => m.Message is ServiceUndelivered);
    }

    [Fact]
    public void An_unknown_outcome_is_tried_again_and_never_refunded_at_once()
    {
        var change = Samples.Report(
            Samples.Begin(Samples.Opened()),
            WorkKind.Create,
            Outcome<ServerSeen?>.Unknown("lost")
        );
        Assert.Empty(change.Messages);
        Assert.Equal(OperationStep.Create, change.Next.Current!.Step);
        Assert.True(change.Next.DueAt > Samples.Start);
    }

    [Fact]
    public void Past_its_deadline_it_is_cleaned_up_before_the_money_goes_back()
    {
        var service = Samples
            .Report(
                Samples.Begin(Samples.Opened()),
                WorkKind.Create,
                Outcome<ServerSeen?>.Unknown("lost")
            )
            .Next;
        var late = WorkBeginning.Begin(service, "silo", _ => true, Samples.Start.AddHours(1))!;
        Assert.Equal(WorkKind.CleanUp, late.Order!.Kind);
        Assert.Empty(late.Change.Messages);
    }

    [Fact]
    public void A_clean_up_past_its_deadline_goes_to_staff_and_is_tried_on()
    {
        var service = Samples
            .Report(
                Samples.Begin(Samples.Opened()),
                WorkKind.Create,
                Outcome<ServerSeen?>.Refused(RefusedFor.Invalid, "no")
            )
            .Next;
        var stuck = Samples.Begin(service, Samples.Start.AddHours(2));
        Assert.Equal(OperationState.Stuck, stuck.Current!.State);
        Assert.NotNull(stuck.DueAt);
    }
}
