using Elizon.Grains.Outbox;

namespace Elizon.Grains.Storage;

/// <summary>
/// A grain's durable state as a constructor facet: <c>[Aggregate] IAggregate&lt;AccountState&gt;</c>. The kind is the grain's
/// <c>[GrainType]</c>, the id its key. Loaded on activation; written only by <see cref="Commit(Change{TState})"/>.
/// On a failed commit the old state stays in memory, the activation goes away at the end of the turn, the error is rethrown.
/// </summary>
public interface IAggregate<TState>
    where TState : class, new()
{
    /// <summary>The committed state; a new <typeparamref name="TState"/> before the first commit.</summary>
    TState State { get; }

    /// <summary>False before the first commit.</summary>
    bool Exists { get; }

    /// <summary>
    /// The answer an operation got the first time, or null. Ask before the rule runs. Refuses when the same key came
    /// with another body.
    /// </summary>
    Task<TAnswer?> Replay<TAnswer>(Operation? operation)
        where TAnswer : class;

    /// <summary>Writes the change in one round trip and one transaction, then swaps the state in.</summary>
    /// <exception cref="UniqueViolationException">A business key of a record table is taken; nothing was written.</exception>
    Task<Issued?> Commit(Change<TState> change);

    /// <summary>
    /// As <see cref="Commit(Change{TState})"/>, and keeps <paramref name="answer"/> under the operation for replays.
    /// When another activation was faster with the same operation, its answer is returned instead.
    /// <paramref name="numbered"/> puts a drawn number into the answer.
    /// </summary>
    Task<TAnswer> Commit<TAnswer>(
        Change<TState> change,
        Operation? operation,
        TAnswer answer,
        Func<TAnswer, Issued, TAnswer>? numbered = null
    )
        where TAnswer : class;

    /// <summary>
    /// Applies a delivered message at most once: the rule runs, and the commit carries the message id. A null change
    /// means that nothing is to be done; a refusal after an earlier delivery of the same message is swallowed.
    /// </summary>
    Task Receive(Delivery delivery, Func<Message, Change<TState>?> rule);
}

/// <summary>A state that wants to be woken: <see cref="DueAt"/> follows from the instants in the state.</summary>
public interface IDueState
{
    /// <summary>When <c>Due</c> shall be called next, UTC; null for never.</summary>
    DateTimeOffset? DueAt { get; }

    /// <summary>Only a look that may as well come later: a test clock does not stop for it.</summary>
    bool IsRoutine => false;
}

/// <summary>Binds a constructor parameter of a grain to its durable state.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AggregateAttribute : Attribute, IFacetMetadata;

/// <summary>A unique key other than the aggregate's own is taken. The grain that knows the key turns it into a refusal.</summary>
public sealed class UniqueViolationException(string constraint, Exception inner)
    : Exception($"Unique key '{constraint}' is taken.", inner)
{
    public string Constraint { get; } = constraint;
}

/// <summary>Another activation wrote this aggregate first: this one is stale and goes away.</summary>
public sealed class StaleAggregateException(string kind, string id, Exception inner)
    : Exception($"{kind}/{id} was changed elsewhere.", inner);
