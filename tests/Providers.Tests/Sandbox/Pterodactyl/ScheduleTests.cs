using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class ScheduleTests : ServerTest
{
    private static JsonObject Hourly() =>
        new()
        {
            ["name"] = "hourly",
            ["is_active"] = true,
            ["minute"] = "0",
            ["hour"] = "*",
            ["day_of_month"] = "*",
            ["month"] = "*",
            ["day_of_week"] = "*",
        };

    private async Task<string> Create(TestServer server, JsonObject? body = null)
    {
        var schedule = await Post($"{server.Path}/schedules", body ?? Hourly(), HttpStatusCode.OK);
        return $"{server.Path}/schedules/{(int)schedule["attributes"]!["id"]!}";
    }

    private Task<JsonNode> AddTask(string schedule, string action, string payload = "") =>
        Post(
            $"{schedule}/tasks",
            new
            {
                action,
                payload,
                time_offset = 0,
            },
            HttpStatusCode.OK
        );

    [Fact]
    public async Task A_schedule_runs_its_tasks_when_the_clock_comes_to_it()
    {
        var server = await Running();
        var schedule = await Create(server);
        await AddTask(schedule, "command", "say on the hour");
        await using var console = await Console(server);
        await console.Next("status");

        await Advance(TimeSpan.FromHours(1));

        await console.Next(
            "console output",
            line => line.EndsWith("[Server] on the hour", StringComparison.Ordinal)
        );
        await Quiet();
        Assert.NotNull((await Get(schedule))["attributes"]!["last_run_at"]);
    }

    [Fact]
    public async Task Executing_by_hand_is_202_and_needs_tasks()
    {
        var server = await Installed();
        var schedule = await Create(server);

        var error = await Refused(HttpMethod.Post, $"{schedule}/execute");
        await AddTask(schedule, "power", "start");
        await Post($"{schedule}/execute", expect: HttpStatusCode.Accepted);
        await Quiet();

        Assert.Equal(400, error.Http);
        Assert.Equal("running", await State(server));
    }

    [Fact]
    public async Task Tasks_keep_a_sequence_without_holes()
    {
        var server = await Installed();
        var schedule = await Create(server);
        await AddTask(schedule, "command", "one");
        var two = await AddTask(schedule, "command", "two");
        await Post(
            $"{schedule}/tasks",
            new
            {
                action = "command",
                payload = "zero",
                time_offset = 0,
                sequence_id = 1,
            },
            HttpStatusCode.OK
        );
        await Json(
            HttpMethod.Delete,
            $"{schedule}/tasks/{(int)two["attributes"]!["id"]!}",
            expect: HttpStatusCode.NoContent
        );

        var tasks = (await Get(schedule))["attributes"]!["relationships"]!["tasks"]![
            "data"
        ]!.AsArray();

        Assert.Equal(
            ["1 zero", "2 one"],
            tasks.Select(task =>
                $"{(int)task!["attributes"]!["sequence_id"]!} {(string?)task["attributes"]!["payload"]}"
            )
        );
    }

    [Fact]
    public async Task An_eleventh_task_and_cron_nonsense_are_400()
    {
        var server = await Installed();
        var schedule = await Create(server);
        for (var i = 0; i < 10; i++)
            await AddTask(schedule, "command", "list");
        var nonsense = Hourly();
        nonsense["minute"] = "61";

        var eleventh = await Refused(
            HttpMethod.Post,
            $"{schedule}/tasks",
            new
            {
                action = "command",
                payload = "list",
                time_offset = 0,
            }
        );
        var cron = await Refused(HttpMethod.Post, $"{server.Path}/schedules", nonsense);

        Assert.Equal((400, "ServiceLimitExceededException"), (eleventh.Http, eleventh.Code));
        Assert.Equal(
            (400, "The cron data provided does not evaluate to a valid expression."),
            (cron.Http, cron.Detail)
        );
    }

    [Fact]
    public async Task Databases_cannot_be_made_without_a_host()
    {
        var server = await Installed();

        var error = await Refused(
            HttpMethod.Post,
            $"{server.Path}/databases",
            new { database = "world", remote = "%" }
        );

        Assert.Equal((400, "NoSuitableDatabaseHostException"), (error.Http, error.Code));
        Assert.Empty((await Get($"{server.Path}/databases"))["data"]!.AsArray());
    }
}
