using System.Globalization;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Schedules;

/// <summary>The steps of a schedule; their sequence has no holes.</summary>
internal static class ScheduleTaskRoutes
{
    private const int MostTasks = 10;

    public static PanelAnswer Create(PanelCall call, PanelContext panel)
    {
        var schedule = ScheduleRoutes.Find(call, panel);
        Check(call);
        if (schedule.Tasks.Count >= MostTasks)
            throw PanelFailures.Display(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Schedules may not have more than {MostTasks} tasks associated with them. Creating this task would put this schedule over the limit."
                ),
                "ServiceLimitExceededException"
            );
        var task = Change(
            call,
            panel,
            (tasks, changes) =>
            {
                var made = Filled(
                    call,
                    panel,
                    new ScheduleTask
                    {
                        Id = changes.NextId("pterodactyl.schedule-task"),
                        SequenceId = 0,
                        Action = "",
                        CreatedAt = panel.Now,
                        UpdatedAt = panel.Now,
                    }
                );
                tasks.Insert(
                    Math.Clamp((call.Int("sequence_id") ?? tasks.Count + 1) - 1, 0, tasks.Count),
                    made
                );
                return made.Id;
            }
        );
        return call.Item(panel, ScheduleShapes.Task, task!);
    }

    public static PanelAnswer Update(PanelCall call, PanelContext panel)
    {
        Check(call);
        var task = Change(
            call,
            panel,
            (tasks, _) =>
            {
                var old = Find(call, tasks);
                tasks.Remove(old);
                tasks.Insert(
                    Math.Clamp((call.Int("sequence_id") ?? old.SequenceId) - 1, 0, tasks.Count),
                    Filled(call, panel, old)
                );
                return old.Id;
            }
        );
        return call.Item(panel, ScheduleShapes.Task, task!);
    }

    public static PanelAnswer Delete(PanelCall call, PanelContext panel)
    {
        Change(
            call,
            panel,
            (tasks, _) =>
            {
                var old = Find(call, tasks);
                tasks.Remove(old);
                return old.Id;
            }
        );
        return PanelAnswer.NoContent;
    }

    /// <summary>Changes the list and numbers it anew; gives the task named by the result, if it is still there.</summary>
    private static ScheduleTask? Change(
        PanelCall call,
        PanelContext panel,
        Func<List<ScheduleTask>, PanelChanges, int> change
    ) =>
        panel.Tables.Change(changes =>
        {
            var schedule = ScheduleRoutes.Find(call, panel);
            var tasks = schedule.Tasks.OrderBy(task => task.SequenceId).ToList();
            var id = change(tasks, changes);
            tasks = [.. tasks.Select((task, index) => task with { SequenceId = index + 1 })];
            changes.Put(panel.Tables.Schedules, schedule with { Tasks = tasks });
            return tasks.Find(task => task.Id == id);
        });

    private static ScheduleTask Find(PanelCall call, List<ScheduleTask> tasks) =>
        tasks.Find(task => task.Id == call.RouteId("task"))
        ?? throw PanelFailures.NotOfThisServer();

    private static void Check(PanelCall call)
    {
        PanelCall.Check(
            call.Validator()
                .Field("action", "required|in:command,power,backup")
                .Field("payload", "required_unless:action,backup|string|nullable")
                .Field("time_offset", "required|numeric|min:0|max:900")
                .Field("sequence_id", "sometimes|required|numeric|min:1")
                .Field("continue_on_failure", "sometimes|required|boolean")
        );
        if (call.Text("action") == "backup" && call.Server.BackupLimit == 0)
            throw new PanelFailure(
                403,
                "HttpForbiddenException",
                "A backup task cannot be created when the server's backup limit is set to 0."
            );
    }

    private static ScheduleTask Filled(PanelCall call, PanelContext panel, ScheduleTask task) =>
        task with
        {
            Action = call.Text("action")!,
            Payload = call.Text("payload") ?? "",
            TimeOffset = call.Int("time_offset")!.Value,
            ContinueOnFailure = call.Flag("continue_on_failure"),
            UpdatedAt = panel.Now,
        };
}
