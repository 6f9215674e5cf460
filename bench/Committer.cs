using Elizon.Grains.Audit;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Bench;

/// <summary>A grain whose one command writes all five parts.</summary>
[Alias("Bench.ICommitter")]
public interface ICommitter : IGrainWithStringKey
{
    [Alias("Commit")]
    Task<Committed> Commit(Operation operation);
}

[GenerateSerializer, Alias("Bench.Committed")]
public sealed record Committed([property: Id(0)] int Count);

/// <summary>As large as the state of an ordinary service.</summary>
public sealed record CommitterState : IDueState
{
    public int Count { get; init; }

    public string Notes { get; init; } = new('x', 500);

    public DateTimeOffset? DueAt { get; init; }
}

[MessageName("bench.told")]
public sealed record Told(int Count) : Message;

[GrainType("bench-committer")]
public sealed class Committer([Aggregate] IAggregate<CommitterState> aggregate, TimeProvider clock)
    : Grain,
        ICommitter
{
    public Task<Committed> Commit(Operation operation)
    {
        var next = aggregate.State with
        {
            Count = aggregate.State.Count + 1,
            DueAt = clock.GetUtcNow().AddDays(1 + aggregate.State.Count % 7),
        };
        var change = new Change<CommitterState>(next)
            .Record(
                new AuditRow(
                    clock.GetUtcNow(),
                    "bench",
                    "bench.committed",
                    this.GetPrimaryKeyString(),
                    null,
                    null
                )
            )
            .Send(new Address("bench-sink", this.GetPrimaryKeyString()), new Told(next.Count));
        return aggregate.Commit(change, operation, new Committed(next.Count));
    }
}

/// <summary>Takes the messages, so that the outbox works as it does in service.</summary>
[GrainType("bench-sink")]
public sealed class Sink : Grain, IInbox
{
    public Task Receive(Delivery delivery) => Task.CompletedTask;
}
