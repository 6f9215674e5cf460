using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Elizon.Clock;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon clock</c>: what time it is for the platform, and moving a test clock.</summary>
internal static class ClockCommand
{
    private const string Path = "api/admin/clock";
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(0.5);

    private static readonly Argument<string> By = new("duration")
    {
        Description = "Such as 30d, 12h, 45m or 1d12h.",
    };

    private static readonly Argument<string> To = new("instant")
    {
        Description = "Such as 2027-03-01 or 2027-03-01T08:00:00Z.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "clock",
            "The platform's clock; a test clock moves platform and sandbox together.",
            Common.Staff(world, "show", "What time it is for the platform.", Show),
            Common
                .Staff(
                    world,
                    "advance",
                    "Move the test clock forward, from one due instant to the next.",
                    Advance
                )
                .With(By),
            Common
                .Staff(world, "to", "Move the test clock to an instant, in the same way.", MoveTo)
                .With(To)
        );

    private static async Task<int> Show(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Get(Path, cancellation);
        report.Json(answer);
        var clock = Of(answer);
        report.Line($"It is {Moment.Text(clock.Now)}{(clock.Movable ? "" : ", real time")}.");
        if (clock.Until is { } until)
            report.Line($"It moves to {Moment.Text(until)}.");
        if (clock.NextDue is { } next)
            report.Line($"Something is due at {Moment.Text(next)}.");
        if (clock.Error is { } error)
            report.Line($"The last move stopped: {error}");
        return ExitCode.Ok;
    }

    private static async Task<int> Advance(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var by =
            Durations.Read(parsed.GetValue(By)!)
            ?? throw new CliFault(
                ExitCode.Usage,
                $"'{parsed.GetValue(By)}' is no duration; write 30d, 12h, 45m or 1d12h."
            );
        var now = Of(await api.Get(Path, cancellation)).Now;
        return await Move(now + by, api, report, cancellation);
    }

    private static Task<int> MoveTo(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        DateTimeOffset.TryParse(
            parsed.GetValue(To),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var until
        )
            ? Move(until, api, report, cancellation)
            : throw new CliFault(
                ExitCode.Usage,
                $"'{parsed.GetValue(To)}' is no instant; write 2027-03-01T08:00:00Z."
            );

    private static async Task<int> Move(
        DateTimeOffset until,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Post(Path, new { until }, cancellation, "elizon clock");
        while (Of(answer).Until is not null)
        {
            await Task.Delay(LookAgain, cancellation);
            answer = await api.Get(Path, cancellation);
        }
        report.Json(answer);
        var clock = Of(answer);
        report.Line($"It is {Moment.Text(clock.Now)}.");
        return clock.Now >= until
            ? ExitCode.Ok
            : throw new CliFault(
                ExitCode.Failed,
                $"The clock stopped on its way: {clock.Error ?? "the platform was restarted"}"
            );
    }

    private static ClockView Of(JsonElement answer) => answer.Read<ClockView>("clock");
}
