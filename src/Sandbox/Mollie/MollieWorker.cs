using System.Collections.Concurrent;
using System.Threading.Channels;
using Elizon.Sandbox.Mollie.Webhooks;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Mollie;

/// <summary>What Mollie does by itself: lets payments and refunds go on and delivers webhooks, each at its instant.</summary>
internal sealed partial class MollieWorker(
    IEnumerable<IMollieTimetable> timetables,
    WebhookQueue queue,
    WebhookCourier courier,
    SandboxClock clock,
    ILogger<MollieWorker> logger
) : BackgroundService
{
    private const int AtOnce = 16;

    // A timer takes at most 49 days; waking in between costs nothing.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);
    private readonly IMollieTimetable[] _timetables = [.. timetables];
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly ConcurrentDictionary<string, Task> _inFlight = new();

    /// <summary>What is due by now and not done yet; webhook calls under way included.</summary>
    public int Running =>
        DueNow().Count + _timetables.Count(timetable => timetable.NextDue <= clock.GetUtcNow());

    public DateTimeOffset? NextDue =>
        _timetables
            .Select(timetable => timetable.NextDue)
            .Append(queue.Waiting.Min(delivery => (DateTimeOffset?)delivery.NextAt))
            .Min();

    /// <summary>Tells that something may have become due.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var timetable in _timetables)
                timetable.RunDue();
            foreach (var delivery in DueNow())
                if (_inFlight.Count < AtOnce)
                    Start(delivery.Id, stoppingToken);
            await Sleep(stoppingToken);
        }
        await Task.WhenAll(_inFlight.Values);
    }

    private List<WebhookDelivery> DueNow()
    {
        var now = clock.GetUtcNow();
        return [.. queue.Waiting.Where(delivery => delivery.NextAt <= now)];
    }

    // The entry is made before the task runs, so that a delivery which ends at once is still taken out again. It is
    // read once more under the entry: the list may be older than the end of an attempt that was under way.
    private void Start(string id, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_inFlight.TryAdd(id, done.Task))
            return;
        if (queue.Find(id) is { } delivery && delivery.NextAt <= clock.GetUtcNow())
            _ = Deliver(delivery, done, cancellationToken);
        else
            _inFlight.TryRemove(id, out _);
    }

    private async Task Deliver(
        WebhookDelivery delivery,
        TaskCompletionSource done,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var attempt = await courier.Attempt(delivery, cancellationToken);
            queue.Record(delivery, attempt);
            LogAttempt(logger, delivery.PaymentId, delivery.Reason, attempt.Status, attempt.Error);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nothing was recorded: the next start makes this attempt again.
        }
        catch (Exception error)
        {
            // The outcome could not be stored. Going on would send the same call in a circle: stop the sandbox instead.
            _wake.Writer.TryComplete(error);
            throw;
        }
        finally
        {
            _inFlight.TryRemove(delivery.Id, out _);
            done.SetResult();
            Wake();
        }
    }

    // Only what is not under way counts for the alarm; each delivery wakes the loop when it ends.
    private async Task Sleep(CancellationToken stoppingToken)
    {
        var next = queue
            .Waiting.Where(delivery => !_inFlight.ContainsKey(delivery.Id))
            .Select(delivery => (DateTimeOffset?)delivery.NextAt)
            .Concat(_timetables.Select(timetable => timetable.NextDue))
            .Min();
        var wait = next is { } at ? at - clock.GetUtcNow() : LongestSleep;
        if (wait <= TimeSpan.Zero && _inFlight.Count < AtOnce)
            return;
        using var alarm = new CancellationTokenSource(
            wait < LongestSleep ? wait : LongestSleep,
            clock
        );
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            alarm.Token,
            stoppingToken
        );
        try
        {
            await _wake.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // The alarm, or the end: the loop looks which.
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Webhook for {PaymentId} ({Reason}): {Status} {Error}"
    )]
    private static partial void LogAttempt(
        ILogger logger,
        string paymentId,
        string reason,
        int? status,
        string? error
    );
}
