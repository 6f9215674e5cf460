using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Schedules;

internal static class ScheduleShapes
{
    public static readonly Shape<ScheduleTask> Task = new(
        "schedule_task",
        (task, _) =>
            new JsonObject
            {
                ["id"] = task.Id,
                ["sequence_id"] = task.SequenceId,
                ["action"] = task.Action,
                ["payload"] = task.Payload,
                ["time_offset"] = task.TimeOffset,
                ["is_queued"] = false,
                ["continue_on_failure"] = task.ContinueOnFailure,
                ["created_at"] = task.CreatedAt.Atom(),
                ["updated_at"] = task.UpdatedAt.Atom(),
            }
    );

    public static readonly Shape<PanelSchedule> Schedule = new Shape<PanelSchedule>(
        "server_schedule",
        (schedule, view) =>
            new JsonObject
            {
                ["id"] = schedule.Id,
                ["name"] = schedule.Name,
                ["cron"] = new JsonObject
                {
                    ["day_of_week"] = schedule.DayOfWeek,
                    ["day_of_month"] = schedule.DayOfMonth,
                    ["month"] = schedule.Month,
                    ["hour"] = schedule.Hour,
                    ["minute"] = schedule.Minute,
                },
                ["is_active"] = schedule.IsActive,
                ["is_processing"] = view
                    .Call.Http.RequestServices.GetRequiredService<ScheduleRunner>()
                    .IsProcessing(schedule.Id),
                ["only_when_online"] = schedule.OnlyWhenOnline,
                ["last_run_at"] = schedule.LastRunAt?.Atom(),
                ["next_run_at"] = schedule.NextRunAt?.Atom(),
                ["created_at"] = schedule.CreatedAt.Atom(),
                ["updated_at"] = schedule.UpdatedAt.Atom(),
            }
    )
    {
        Defaults = ["tasks"],
    }.Include(
        "tasks",
        (schedule, view, below) =>
            Task.List(schedule.Tasks.OrderBy(task => task.SequenceId), view, below)
    );
}
