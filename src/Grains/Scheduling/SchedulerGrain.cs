using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Elizon.Grains.Scheduling;

/// <summary>
/// Takes what is due in its bucket and calls the owners, bounded and in parallel; one that fails is put back and starves
/// nobody. The timer stands at the earliest due instant; the reminder only revives a scheduler that was lost.
/// Reentrant, because it only passes calls on: a hint must not wait for a slow owner.
/// </summary>
[GrainType("scheduler"), Reentrant]
internal sealed partial class SchedulerGrain(
    DueStore store,
    TimeProvider clock,
    ILogger<SchedulerGrain> logger
) : Grain, ISchedulerGrain, IRemindable
{
    private const int Parallel = 16;
    private const int Batch = 200;
    private IGrainTimer? _timer;
    private DateTimeOffset _next = DateTimeOffset.MaxValue;
    private Task<int>? _running;
    private bool _hinted;

    private int Number => (int)this.GetPrimaryKeyLong();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Arm(clock.GetUtcNow());
        return Task.CompletedTask;
    }

    public async Task Wake() =>
        await this.RegisterOrUpdateReminder(
            "revive",
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(1)
        );

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    public Task Hint(DateTimeOffset at)
    {
        if (_running is not null)
            _hinted = true;
        else if (at < _next)
            Arm(at);
        return Task.CompletedTask;
    }

    public Task<int> RunDue() => _running ??= RunOnce();

    private async Task<int> RunOnce()
    {
        var done = 0;
        var next = DateTimeOffset.MaxValue;
        try
        {
            await Task.Yield();
            do
            {
                _hinted = false;
                var called = await Call(await store.Take(Number, Batch));
                done += called.Length;
                next = await store.PutBack(Number, called) ?? DateTimeOffset.MaxValue;
            } while (_hinted || next <= clock.GetUtcNow());
            return done;
        }
        finally
        {
            _running = null;
            var latest = clock.GetUtcNow() + DueHints.LookAgain;
            Arm(next < latest ? next : latest);
        }
    }

    private async Task<Called[]> Call(List<DueItem> items)
    {
        using var gate = new SemaphoreSlim(Parallel);
        return await Task.WhenAll(items.Select(item => Call(item, gate)));
    }

    /// <summary>What advanced or was removed by its commit is not put back; what still stands made no progress and must not spin.</summary>
    private async Task<Called> Call(DueItem item, SemaphoreSlim gate)
    {
        await gate.WaitAsync();
        try
        {
            await GrainFactory.GetGrain<IDue>(GrainId.Create(item.Kind, item.Id)).Due();
            return new Called(item, null);
        }
        catch (Exception error)
        {
            LogFailed(logger, item.Kind, item.Id, error);
            return new Called(item, $"{error.GetType().Name}: {error.Message}");
        }
        finally
        {
            gate.Release();
        }
    }

    private void Arm(DateTimeOffset at)
    {
        _next = at;
        var wait = at - clock.GetUtcNow();
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
        if (_timer is null)
            _timer = this.RegisterGrainTimer(
                static (self, _) => self.RunDue(),
                this,
                new GrainTimerCreationOptions(wait, Timeout.InfiniteTimeSpan)
                {
                    Interleave = true,
                    KeepAlive = true,
                }
            );
        else
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind}/{Id} is due and failed")]
    private static partial void LogFailed(ILogger logger, string kind, string id, Exception error);
}
