using System.Globalization;
using Elizon.Sandbox.Control.Pages;
using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Elizon.Sandbox.Control;

/// <summary>The pages for people: an overview at <c>/</c> and one control page per simulator.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder root)
    {
        root.MapGet("/", () => new RazorComponentResult<OverviewPage>());
        root.MapPost("/", MoveClock);
        root.MapGet("/control/{simulator}", Page);
        root.MapPost("/control/{simulator}", Switch);
    }

    private static IResult Page(string simulator, IEnumerable<ISimulator> simulators)
    {
        var known = simulators.FirstOrDefault(s => s.Name == simulator);
        return known is null
            ? ControlError.NotFound($"There is no simulator '{simulator}'.")
            : new RazorComponentResult<SimulatorPage>(new { Simulator = known });
    }

    private static async Task<IResult> MoveClock(HttpRequest request, SandboxClock clock)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (
            double.TryParse(form["advanceSeconds"], CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0 and <= ClockMove.MostSeconds
        )
            clock.Advance(TimeSpan.FromSeconds(seconds));
        return SeeOther("/");
    }

    private static async Task<IResult> Switch(
        HttpRequest request,
        string simulator,
        FaultBoard board
    )
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var fault = form["fault"].ToString();
        if (!board.Knows(simulator, fault))
            return ControlError.NotFound($"There is no fault '{simulator}/{fault}'.");
        if (form["do"] == "off")
        {
            board.Clear(simulator, fault, Text(form, "target"));
            return SeeOther($"/control/{simulator}");
        }
        var parameters = new FaultParameters(
            Text(form, "target"),
            0,
            int.TryParse(form["remaining"], CultureInfo.InvariantCulture, out var remaining)
                ? remaining
                : null,
            double.TryParse(form["probability"], CultureInfo.InvariantCulture, out var chance)
                ? chance
                : 1,
            int.TryParse(form["delay"], CultureInfo.InvariantCulture, out var delay) ? delay : null,
            Text(form, "value")
        );
        if (parameters.Fault() is { } wrong)
            return ControlError.BadRequest(wrong);
        board.Set(parameters.For(simulator, fault));
        return SeeOther($"/control/{simulator}");
    }

    private static string? Text(IFormCollection form, string name) =>
        string.IsNullOrWhiteSpace(form[name]) ? null : form[name].ToString().Trim();

    private static SeeOther SeeOther(string path) => new(path);
}
