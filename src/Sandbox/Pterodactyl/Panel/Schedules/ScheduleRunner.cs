using System.Collections.Concurrent;
using System.Threading.Channels;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Panel.Client;

namespace Elizon.Sandbox.Pterodactyl.Panel.Schedules;

/// <summary>Runs what is due on the sandbox's clock, so that moving it moves schedules too. A run that was missed is made once.</summary>
internal sealed partial class ScheduleRunner(
    PanelContext panel,
    PterodactylWorld world,
    ILogger<ScheduleRunner> log
) : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<int, bool> _processing = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Schedules whose tasks run right now, and those that are due.</summary>
    public int Running => _processing.Count + panel.Tables.Schedules.All.Count(IsDue);

    public DateTimeOffset? NextDue =>
        panel
            .Tables.Schedules.All.Where(schedule => schedule.IsActive)
            .Min(schedule => schedule.NextRunAt);

    public bool IsProcessing(int scheduleId) => _processing.ContainsKey(scheduleId);

    /// <summary>A schedule was made or changed.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    public static CronExpression? Cron(PanelSchedule schedule) =>
        CronExpression.Parse(
            schedule.Minute,
            schedule.Hour,
            schedule.DayOfMonth,
            schedule.Month,
            schedule.DayOfWeek
        );

    /// <summary>Sets the next run, then does the tasks in the background.</summary>
    public void Begin(PanelSchedule schedule, bool byHand)
    {
        Change(schedule.Id, row => row with { NextRunAt = Cron(row)?.Next(panel.Now) });
        if (schedule.Tasks.Count > 0 && _processing.TryAdd(schedule.Id, true))
            Run(schedule, byHand);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await world.Ready.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var schedule in panel.Tables.Schedules.All.Where(IsDue).ToList())
                Begin(schedule, byHand: false);
            await Sleep(stoppingToken);
        }
    }

    private bool IsDue(PanelSchedule schedule) =>
        schedule.IsActive && schedule.NextRunAt <= panel.Now;

    private async Task Sleep(CancellationToken cancellationToken)
    {
        var wait = NextDue is { } due ? due - panel.Now : LongestSleep;
        using var sleep = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = Task.Delay(
            wait < TimeSpan.Zero ? TimeSpan.Zero
                : wait > LongestSleep ? LongestSleep
                : wait,
            panel.Clock,
            sleep.Token
        );
        await Task.WhenAny(timer, _wake.Reader.WaitToReadAsync(sleep.Token).AsTask());
        _wake.Reader.TryRead(out _);
        await sleep.CancelAsync();
    }

    private async void Run(PanelSchedule schedule, bool byHand)
    {
        try
        {
            await RunTasks(schedule, byHand);
        }
        catch (PanelFailure failure)
        {
            TaskFailed(log, schedule.Id, failure.Message);
        }
#pragma warning disable CA1031 // The last frame of background work: nobody is left to tell.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            TaskFailed(log, schedule.Id, fault.Message);
        }
        finally
        {
            _processing.TryRemove(schedule.Id, out _);
            Change(schedule.Id, row => row with { LastRunAt = panel.Now });
        }
    }

    private async Task RunTasks(PanelSchedule schedule, bool byHand)
    {
        var first = true;
        foreach (var task in schedule.Tasks.OrderBy(task => task.SequenceId))
        {
            if (!(first && byHand) && task.TimeOffset > 0)
                await Task.Delay(TimeSpan.FromSeconds(task.TimeOffset), panel.Clock);
            first = false;
            if (panel.Tables.Servers.Find(schedule.ServerId) is not { Status: null } server)
                return;
            if (schedule.OnlyWhenOnline && panel.Daemons.Peek(server)?.Process is null)
                return;
            await Run(server, task);
        }
    }

    private async Task Run(PanelServer server, ScheduleTask task)
    {
        try
        {
            if (task.Action == "backup")
                await BackupCreation.Begin(
                    panel,
                    server,
                    name: null,
                    task.Payload,
                    locked: false,
                    makesRoom: true
                );
            else if (task.Action == "power")
                await panel.Daemons.Call(server, game => game.Power(task.Payload));
            else if (!await panel.Daemons.Call(server, game => game.Command(task.Payload)))
                throw PanelFailures.DaemonSaid(
                    502,
                    "Cannot send commands to a stopped server instance."
                );
        }
        catch (PanelFailure failure)
            when (task.ContinueOnFailure && failure.Code == "DaemonConnectionException")
        {
            TaskFailed(log, task.Id, failure.Message);
        }
    }

    private void Change(int id, Func<PanelSchedule, PanelSchedule> change) =>
        panel.Tables.Change(changes =>
        {
            if (panel.Tables.Schedules.Find(id) is { } row)
                changes.Put(panel.Tables.Schedules, change(row));
        });

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "A task of schedule {Schedule} failed: {Reason}"
    )]
    private static partial void TaskFailed(ILogger logger, int schedule, string reason);
}
