using Elizon.Grains.Outbox;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Tests.Storage;

[GenerateSerializer]
public sealed record ProbeState : IDueState
{
    [Id(0)]
    public int Count { get; init; }

    [Id(1)]
    public int Received { get; init; }

    [Id(2)]
    public DateTimeOffset? WakeAt { get; init; }

    public DateTimeOffset? DueAt => WakeAt;
}

[GenerateSerializer]
public sealed record ProbeAnswer([property: Id(0)] int Count);

public interface IProbeGrain : IGrainWithStringKey
{
    Task<ProbeAnswer> Add(int n, Operation? operation, string? tell);

    Task WakeAt(DateTimeOffset at);

    Task<ProbeState> Show();

    Task AddAndBreak();
}

/// <summary>A small aggregate that uses every part of the commit, so that storage is tested without a feature.</summary>
[GrainType("probe")]
public sealed class ProbeGrain([Aggregate] IAggregate<ProbeState> aggregate, TimeProvider clock)
    : Grain,
        IProbeGrain,
        IInbox,
        IDue
{
    public async Task<ProbeAnswer> Add(int n, Operation? operation, string? tell)
    {
        if (await aggregate.Replay<ProbeAnswer>(operation) is { } earlier)
            return earlier;
        var change = new Change<ProbeState>(
            aggregate.State with
            {
                Count = aggregate.State.Count + n,
            }
        );
        if (tell is not null)
            change = change.Send(new Address("probe", tell), new ProbeTold(n));
        return await aggregate.Commit(change, operation, new ProbeAnswer(change.Next.Count));
    }

    public Task WakeAt(DateTimeOffset at) =>
        aggregate.Commit(new Change<ProbeState>(aggregate.State with { WakeAt = at }));

    public Task<ProbeState> Show() => Task.FromResult(aggregate.State);

    public Task AddAndBreak() =>
        aggregate.Commit(
            new Change<ProbeState>(
                aggregate.State with
                {
                    Count = aggregate.State.Count + 1,
                }
            ).Record(new BrokenRow("x"))
        );

    public Task Receive(Delivery delivery) =>
        aggregate.Receive(
            delivery,
            message => new Change<ProbeState>(
                aggregate.State with
                {
                    Received = aggregate.State.Received + ((ProbeTold)message).N,
                }
            )
        );

    public Task Due() =>
        aggregate.State.WakeAt <= clock.GetUtcNow()
            ? aggregate.Commit(
                new Change<ProbeState>(
                    aggregate.State with
                    {
                        WakeAt = null,
                        Count = aggregate.State.Count + 100,
                    }
                )
            )
            : Task.CompletedTask;
}

[MessageName("probe.told")]
public sealed record ProbeTold(int N) : Message;

[Table("no_such_table")]
public sealed record BrokenRow(string Name) : Row;
