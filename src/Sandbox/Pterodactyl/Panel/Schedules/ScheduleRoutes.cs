using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Schedules;

/// <summary>A server's schedules.</summary>
internal static class ScheduleRoutes
{
    public static PanelAnswer List(PanelCall call, PanelContext panel) =>
        call.List(
            panel,
            ScheduleShapes.Schedule,
            panel.Tables.Schedules.All.Where(row => row.ServerId == call.Server.Id)
        );

    public static PanelAnswer Show(PanelCall call, PanelContext panel) =>
        call.Item(panel, ScheduleShapes.Schedule, Find(call, panel));

    public static PanelAnswer Create(PanelCall call, PanelContext panel)
    {
        Check(call);
        var schedule = panel.Tables.Change(changes =>
        {
            var row = Filled(
                call,
                panel,
                new PanelSchedule
                {
                    Id = changes.NextId(panel.Tables.Schedules.Kind),
                    ServerId = call.Server.Id,
                    Name = "",
                    Minute = "",
                    Hour = "",
                    DayOfMonth = "",
                    Month = "",
                    DayOfWeek = "",
                    CreatedAt = panel.Now,
                    UpdatedAt = panel.Now,
                }
            );
            changes.Put(panel.Tables.Schedules, row);
            return row;
        });
        Runner(call).Wake();
        return call.Item(panel, ScheduleShapes.Schedule, schedule);
    }

    public static PanelAnswer Update(PanelCall call, PanelContext panel)
    {
        Check(call);
        var schedule = panel.Tables.Change(changes =>
        {
            var row = Filled(call, panel, Find(call, panel));
            changes.Put(panel.Tables.Schedules, row);
            return row;
        });
        Runner(call).Wake();
        return call.Item(panel, ScheduleShapes.Schedule, schedule);
    }

    public static PanelAnswer Delete(PanelCall call, PanelContext panel)
    {
        panel.Tables.Change(changes => changes.Remove(panel.Tables.Schedules, Find(call, panel)));
        return PanelAnswer.NoContent;
    }

    /// <summary>Runs it now, active or not.</summary>
    public static PanelAnswer Execute(PanelCall call, PanelContext panel)
    {
        var schedule = Find(call, panel);
        if (schedule.Tasks.Count == 0)
            throw PanelFailures.Display(
                "Cannot process schedule for task execution: no tasks are registered."
            );
        Runner(call).Begin(schedule, byHand: true);
        return new PanelAnswer(202, new System.Text.Json.Nodes.JsonArray());
    }

    public static PanelSchedule Find(PanelCall call, PanelContext panel)
    {
        var schedule =
            panel.Tables.Schedules.Find(call.RouteId("schedule")) ?? throw PanelFailures.NotFound();
        return schedule.ServerId == call.Server.Id
            ? schedule
            : throw PanelFailures.NotOfThisServer();
    }

    private static ScheduleRunner Runner(PanelCall call) =>
        call.Http.RequestServices.GetRequiredService<ScheduleRunner>();

    private static void Check(PanelCall call)
    {
        PanelCall.Check(
            call.Validator()
                .Field("name", "required|string|max:191")
                .Field("is_active", "filled|boolean")
                .Field("minute", "required|string")
                .Field("hour", "required|string")
                .Field("day_of_month", "required|string")
                .Field("day_of_week", "required|string")
        );
        // The request forgets to ask for it, the row demands it.
        if (call.Text("month") is null)
            throw PanelFailures.Internal("DataValidationException");
    }

    private static PanelSchedule Filled(PanelCall call, PanelContext panel, PanelSchedule schedule)
    {
        var filled = schedule with
        {
            Name = call.Text("name")!,
            Minute = call.Text("minute")!,
            Hour = call.Text("hour")!,
            DayOfMonth = call.Text("day_of_month")!,
            Month = call.Text("month")!,
            DayOfWeek = call.Text("day_of_week")!,
            IsActive = call.Flag("is_active"),
            OnlyWhenOnline = call.Flag("only_when_online"),
            UpdatedAt = panel.Now,
        };
        var cron =
            ScheduleRunner.Cron(filled)
            ?? throw PanelFailures.Display(
                "The cron data provided does not evaluate to a valid expression."
            );
        return filled with { NextRunAt = cron.Next(panel.Now) };
    }
}
