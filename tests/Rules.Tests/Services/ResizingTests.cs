using Elizon.Catalog;
using Elizon.Grains.Catalog;
using Elizon.Grains.Providers;
using Elizon.Grains.Services;
using Elizon.Grains.Subscriptions;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Rules.Tests.Services;

public sealed class ResizingTests
{
    private static readonly PlanLimits Sold = Samples.Order.Plan.Limits();
    private static readonly PlanLimits Wanted = Sold with { Memory = 8192, Disk = 5120 };

    [Fact]
    public void A_new_size_is_wanted_at_once_and_told_when_the_provider_has_made_it()
    {
        var begun = Samples.Begin(Told(Samples.Delivered()));
        Assert.Equal(Wanted, begun.Order!.Plan.Limits());

        var done = Samples.Report(begun, WorkKind.Resize, Outcome<ServerSeen?>.Done(null));

        Assert.Equal("c1", Sent<SizeReached>(done.Messages).Change);
        Assert.Null(done.Next.Current);
    }

    [Fact]
    public void The_worker_hears_that_a_disk_becomes_smaller()
    {
        var order = WorkBeginning
            .Begin(Told(Samples.Delivered()), "silo", _ => true, Samples.Start)!
            .Order!;
        Assert.Equal(
            (WorkKind.Resize, true, Wanted),
            (order.Kind, order.Shrinks, order.Spec.Plan.Limits())
        );
    }

    [Theory]
    [InlineData(RefusedFor.Invalid)]
    [InlineData(RefusedFor.Missing)]
    [InlineData(RefusedFor.NotOurs)]
    [InlineData(RefusedFor.Capacity)]
    public void What_is_refused_for_good_leaves_the_size_as_it_was(RefusedFor why)
    {
        var refused = Samples.Report(
            Samples.Begin(Told(Samples.Delivered())),
            WorkKind.Resize,
            Outcome<ServerSeen?>.Refused(why, "no")
        );
        Assert.Equal(Sold, refused.Next.Order!.Plan.Limits());
        Assert.Equal("c1", Sent<SizeRefused>(refused.Messages).Change);
        Assert.Null(refused.Next.Current);
    }

    [Theory]
    [InlineData(RefusedFor.State)]
    [InlineData(RefusedFor.Down)]
    [InlineData(RefusedFor.Rights)]
    public void What_may_still_be_is_tried_again(RefusedFor why)
    {
        var again = Samples.Report(
            Samples.Begin(Told(Samples.Delivered())),
            WorkKind.Resize,
            Outcome<ServerSeen?>.Refused(why, "later")
        );
        Assert.Equal(OperationKind.Resize, again.Next.Current!.Kind);
        Assert.Empty(again.Messages);
        Assert.Equal(Wanted, again.Next.Order!.Plan.Limits());
    }

    [Theory]
    [InlineData(ServiceStatus.Running, true, 1)]
    [InlineData(ServiceStatus.Running, false, 0)]
    [InlineData(ServiceStatus.Stopped, true, 0)]
    public void Only_a_server_that_runs_is_started_again(
        ServiceStatus power,
        bool restart,
        int operations
    )
    {
        var begun = Samples.Begin(Told(Samples.Delivered() with { Power = power }, restart));
        var done = Samples.Report(begun, WorkKind.Resize, Outcome<ServerSeen?>.Done(null));
        Assert.Equal(operations, done.Next.Open.Count(o => o.Action == ServiceAction.Restart));
    }

    [Fact]
    public void A_service_that_has_ended_refuses()
    {
        var ended = Samples.Delivered() with { EndedAt = Samples.Start };
        var change = Resizing.Begin(ended, Message(false), Samples.Start);
        Assert.Equal("c1", Sent<SizeRefused>(change.Messages).Change);
        Assert.Equal(Sold, change.Next.Order!.Plan.Limits());
    }

    private static ServiceState Told(ServiceState service, bool restart = false) =>
        Resizing.Begin(service, Message(restart), Samples.Start).Next;

    private static ServiceSizeChanged Message(bool restart) => new("c1", Wanted, restart);

    private static T Sent<T>(IEnumerable<Grains.Outbox.Outgoing> messages) =>
        Assert.Single(messages.Select(m => m.Message).OfType<T>());
}
