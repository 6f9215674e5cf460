using System.Collections.Concurrent;

namespace Elizon.Sandbox.Control;

/// <param name="Number">Counts all calls of the simulator since the process started or the log was cleared, from 1.</param>
/// <param name="Status">The HTTP status, 101 for an opened WebSocket, 0 when the connection was cut without an answer.</param>
/// <param name="At">On the sandbox's clock.</param>
/// <param name="Milliseconds">From the request's head to the answer's head, in real time.</param>
public sealed record LoggedCall(
    long Number,
    string Method,
    string Path,
    string Query,
    int Status,
    DateTimeOffset At,
    double Milliseconds
);

/// <summary>The last calls of each simulator, in memory: tests count upstream calls and assert that none came unexpected.</summary>
public sealed class CallLog
{
    public const int Capacity = 5_000;
    private readonly ConcurrentDictionary<string, Book> _books = new();

    public void Add(string simulator, LoggedCall call) => Of(simulator).Add(call);

    /// <returns>How many calls there were, and the last <see cref="Capacity"/> of them, oldest first.</returns>
    public (long Total, IReadOnlyList<LoggedCall> Calls) Read(string simulator) =>
        Of(simulator).Read();

    public void Clear(string simulator) => _books.TryRemove(simulator, out _);

    private Book Of(string simulator) => _books.GetOrAdd(simulator, _ => new Book());

    private sealed class Book
    {
        private readonly Lock _gate = new();
        private readonly Queue<LoggedCall> _calls = new();
        private long _total;

        public void Add(LoggedCall call)
        {
            lock (_gate)
            {
                if (_calls.Count == Capacity)
                    _calls.Dequeue();
                _calls.Enqueue(call with { Number = ++_total });
            }
        }

        public (long, IReadOnlyList<LoggedCall>) Read()
        {
            lock (_gate)
                return (_total, [.. _calls]);
        }
    }
}
