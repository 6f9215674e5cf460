using Elizon.Grains.Outbox;
using Elizon.Grains.Scheduling;
using Npgsql;
using Orleans.Runtime;

namespace Elizon.Grains.Storage;

/// <summary>The commit, once for every kind of aggregate (design, section 4).</summary>
internal sealed class Aggregate<TState>(
    IGrainContext context,
    NpgsqlDataSource database,
    GroupCommit commits,
    OutboxDispatcher outbox,
    DueHints due,
    TimeProvider clock
) : IAggregate<TState>, ILifecycleParticipant<IGrainLifecycle>
    where TState : class, new()
{
    private readonly string _kind = context.GrainId.Type.ToString()!;
    private readonly string _id = context.GrainId.Key.ToString()!;
    private long _version;
    private DateTimeOffset? _due;

    public TState State { get; private set; } = new();

    public bool Exists => _version > 0;

    public void Participate(IGrainLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(Aggregate<>), GrainLifecycleStage.SetupState, Load);

    public async Task<TAnswer?> Replay<TAnswer>(Operation? operation)
        where TAnswer : class
    {
        if (operation is null)
            return null;
        var kept = await Handled.Find(database, operation.Key);
        return kept?.Answer<TAnswer>(operation);
    }

    public async Task<Issued?> Commit(Change<TState> change) => (await Write(change, null)).Issued;

    public async Task<TAnswer> Commit<TAnswer>(
        Change<TState> change,
        Operation? operation,
        TAnswer answer,
        Func<TAnswer, Issued, TAnswer>? numbered = null
    )
        where TAnswer : class
    {
        try
        {
            var written = await Write(
                change,
                operation is null ? null : Handled.Client(operation, answer)
            );
            return written.Issued is { } issued && numbered is not null
                ? numbered(answer, issued)
                : answer;
        }
        catch (HandledBeforeException)
        {
            return await Replay<TAnswer>(operation) ?? throw CommonRefusals.OutcomeUnknown();
        }
    }

    public async Task Receive(Delivery delivery, Func<Message, Change<TState>?> rule)
    {
        var key = Handled.MessageKey(delivery.Id);
        try
        {
            if (rule(delivery.Read()) is { } change)
                await Write(change, Handled.OfMessage(key));
        }
        catch (HandledBeforeException)
        {
            // Delivered before; the first delivery did the work.
        }
        catch (Refusal) when (Exists)
        {
            if (await Handled.Find(database, key) is null)
                throw;
        }
    }

    private async Task Load(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select a.version, a.state, d.at from aggregate a left join due d using (kind, id) where a.kind = $1 and a.id = $2"
        );
        command.Parameters.Add(new() { Value = _kind });
        command.Parameters.Add(new() { Value = _id });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return;
        _version = reader.GetInt64(0);
        State = Json.Read<TState>(reader.GetString(1));
        _due = reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2);
    }

    private async Task<Written> Write(Change<TState> change, Handled? handled)
    {
        // PostgreSQL keeps microseconds: compare at that grain, or an unchanged due time looks changed.
        var wake = change.Next as IDueState;
        var next = wake?.DueAt?.ToMicroseconds();
        try
        {
            var written = await commits.Write(
                new CommitParts(
                    _kind,
                    _id,
                    _version,
                    Json.Write(change.Next),
                    change.Rows,
                    change.Messages,
                    handled,
                    next == _due && Exists
                        ? null
                        : new DueChange(next, wake is { IsRoutine: true }),
                    change.Numbering,
                    clock.GetUtcNow()
                )
            );
            State = change.Next;
            _version++;
            _due = next;
            outbox.Dispatch(written.Messages);
            due.Changed(_kind, _id, next);
            return written;
        }
        catch (Exception error) when (error is not HandledBeforeException)
        {
            // The outcome may be unknown (connection lost after the commit): what memory holds can no longer be trusted.
            // The error stays out of the reason: Orleans would answer every waiting call with it instead of handing the
            // calls to a fresh activation, and callers cannot even read a database error.
            context.Deactivate(
                new DeactivationReason(
                    DeactivationReasonCode.ApplicationError,
                    $"The commit failed: {error.GetType().Name}."
                )
            );
            throw;
        }
    }
}
