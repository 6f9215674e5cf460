using Npgsql;

namespace Elizon.Grains.Storage;

/// <summary>
/// Commits of different aggregates that wait at the same time share one transaction: one round trip and one fsync for all
/// of them, and the row of a number series is locked once for all numbers drawn. An idle silo writes each at once. Each
/// commit stays whole or absent by itself: when the transaction of several is refused, each is written alone and meets
/// only its own fault.
/// </summary>
internal sealed class GroupCommit(CommitBatch batch)
{
    /// <summary>A second writes only while very much waits: each more makes groups smaller, and a group costs as much as a commit.</summary>
    private const int Writers = 2;

    /// <summary>Bounds what one refused transaction costs, and how long a number series is locked.</summary>
    private const int Largest = 64;

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = new();
    private int _writing;

    /// <summary>How many are not yet being written.</summary>
    public int Gathered
    {
        get
        {
            lock (_lock)
                return _waiting.Count;
        }
    }

    public Task<Written> Write(CommitParts parts)
    {
        var waiting = new Waiting(parts);
        lock (_lock)
        {
            _waiting.Enqueue(waiting);
            if (_writing > 0 && (_writing == Writers || _waiting.Count < Largest / 2))
                return waiting.Outcome.Task;
            _writing++;
        }
        _ = WriteAll();
        return waiting.Outcome.Task;
    }

    private async Task WriteAll()
    {
        // Off the grain whose commit began it: others' commits must not wait for its turn.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (Next() is { Count: > 0 } group)
            await Write(group);
    }

    /// <summary>Never two of one aggregate: the second expects the version that the first makes.</summary>
    private List<Waiting> Next()
    {
        lock (_lock)
        {
            var group = new List<Waiting>();
            var aggregates = new HashSet<(string, string)>();
            while (
                group.Count < Largest
                && _waiting.TryPeek(out var next)
                && aggregates.Add((next.Parts.Kind, next.Parts.Id))
            )
                group.Add(_waiting.Dequeue());
            if (group.Count == 0)
                _writing--;
            return group;
        }
    }

    private async Task Write(List<Waiting> group)
    {
        try
        {
            var written = await batch.Write([.. group.Select(w => w.Parts)]);
            for (var i = 0; i < group.Count; i++)
                group[i].Outcome.SetResult(written[i]);
        }
        catch (PostgresException error) when (group.Count > 1 && IsRefusal(error))
        {
            foreach (var one in group)
                await Write([one]);
        }
        catch (Exception error)
        {
            foreach (var one in group)
                one.Outcome.TrySetException(CommitFault.Of(one.Parts, error));
        }
    }

    /// <summary>
    /// The server refused a statement, so nothing of the transaction holds. After anything else (connection, shutdown,
    /// disk) the outcome is unknown and must not be written again.
    /// </summary>
    private static bool IsRefusal(PostgresException error) =>
        error.SqlState[..2] is "21" or "22" or "23" or "40" or "42" or "55" or "P0";

    private sealed record Waiting(CommitParts Parts)
    {
        public TaskCompletionSource<Written> Outcome { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
