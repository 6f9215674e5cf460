using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Elizon.Grains.Outbox;

/// <summary>
/// Sends committed messages of this silo, outside every grain turn: pairs of source and target in parallel, one pair in
/// order. A message that fails blocks its pair until the sweeper brings it again.
/// </summary>
internal sealed partial class OutboxDispatcher(
    IGrainFactory grains,
    ILogger<OutboxDispatcher> logger
) : IDisposable
{
    private readonly Dictionary<(string Source, Address Target), Lane> _lanes = [];
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _parallel = new(64);
    private readonly Channel<Settled> _settled = Channel.CreateUnbounded<Settled>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    private long _handedBack;

    /// <summary>Raised when something was handed back and the sweeper should look soon.</summary>
    public event EventHandler? Released;

    /// <summary>How many messages are in memory or being sent here.</summary>
    public int Pending
    {
        get
        {
            lock (_lock)
                return _lanes.Values.Sum(l => l.Waiting.Count + (l.Running ? 1 : 0));
        }
    }

    /// <summary>How many were handed back since the start, to be sent again later.</summary>
    public long HandedBack => Interlocked.Read(ref _handedBack);

    public ChannelReader<Settled> SettledMessages => _settled.Reader;

    public void Dispatch(ImmutableList<Stored> messages)
    {
        foreach (var message in messages)
        {
            var pair = (message.Delivery.Source, message.Target);
            lock (_lock)
            {
                if (!_lanes.TryGetValue(pair, out var lane))
                {
                    if (message.Behind)
                    {
                        // An earlier message of this pair waits elsewhere: sending this one now would overtake it.
                        Interlocked.Increment(ref _handedBack);
                        _settled.Writer.TryWrite(
                            new Settled(message.Delivery.Id, Outcome.Released, null)
                        );
                        continue;
                    }
                    _lanes[pair] = lane = new Lane(pair);
                }
                lane.Waiting.Enqueue(message);
                if (lane.Running)
                    continue;
                lane.Running = true;
                _ = Run(lane);
            }
        }
    }

    /// <summary>A lane is kept until its sent messages are deleted, so that the next one is not taken for one that is behind.</summary>
    public void Forget(IReadOnlySet<long> deleted)
    {
        lock (_lock)
            foreach (
                var (pair, lane) in _lanes
                    .Where(l =>
                        !l.Value.Running
                        && l.Value.Waiting.Count == 0
                        && deleted.Contains(l.Value.LastSent)
                    )
                    .ToArray()
            )
                _lanes.Remove(pair);
    }

    public void Dispose() => _parallel.Dispose();

    private async Task Run(Lane lane)
    {
        await Task.Yield();
        while (Next(lane) is { } message)
        {
            await _parallel.WaitAsync();
            try
            {
                await grains
                    .GetGrain<IInbox>(GrainId.Create(message.Target.Kind, message.Target.Id))
                    .Receive(message.Delivery);
                lane.LastSent = message.Delivery.Id;
                _settled.Writer.TryWrite(new Settled(message.Delivery.Id, Outcome.Sent, null));
            }
            catch (Exception error)
            {
                LogFailed(
                    logger,
                    message.Delivery.Type,
                    message.Delivery.Id,
                    message.Target,
                    error
                );
                GiveBack(lane, message, error);
                return;
            }
            finally
            {
                _parallel.Release();
            }
        }
    }

    private Stored? Next(Lane lane)
    {
        lock (_lock)
        {
            if (lane.Waiting.TryDequeue(out var message))
                return message;
            lane.Running = false;
            return null;
        }
    }

    private void GiveBack(Lane lane, Stored failed, Exception error)
    {
        lock (_lock)
        {
            _lanes.Remove(lane.Pair);
            Interlocked.Increment(ref _handedBack);
            _settled.Writer.TryWrite(
                new Settled(
                    failed.Delivery.Id,
                    Outcome.Failed,
                    $"{error.GetType().Name}: {error.Message}"
                )
            );
            foreach (var later in lane.Waiting)
                _settled.Writer.TryWrite(new Settled(later.Delivery.Id, Outcome.Released, null));
        }
        Released?.Invoke(this, EventArgs.Empty);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Message {Type} {Id} to {Target} failed and will be sent again"
    )]
    private static partial void LogFailed(
        ILogger logger,
        string type,
        long id,
        Address target,
        Exception error
    );

    private sealed class Lane((string Source, Address Target) pair)
    {
        public (string Source, Address Target) Pair { get; } = pair;

        public Queue<Stored> Waiting { get; } = new();

        public bool Running { get; set; }

        public long LastSent { get; set; }
    }
}

internal enum Outcome
{
    Sent,
    Failed,
    Released,
}

/// <summary>What became of a message; written to the table in bulk by the sweeper.</summary>
internal readonly record struct Settled(long Id, Outcome Outcome, string? Error);
