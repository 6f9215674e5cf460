using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Clock;
using Elizon.Identity;

namespace Elizon.Api.Clock;

/// <summary>The platform's clock, which a test clock moves.</summary>
public static class ClockEndpoints
{
    public static void MapClockAdmin(this IEndpointRouteBuilder admin)
    {
        var clock = admin.MapGroup("/clock").WithTags("Admin");
        clock
            .MapGet("", Show)
            .Staff(StaffRole.Operations)
            .Answers<ClockView>("clock")
            .WithSummary("What time it is for the platform, and whether a test clock moves it.");
        clock
            .MapPost("", Advance)
            .Staff(StaffRole.Operations)
            .Answers<ClockView>("clock")
            .WithSummary(
                "Begin to move the test clock, platform and sandbox together, from one due instant to the next."
            );
    }

    private static async Task<IResult> Show(IGrainFactory grains) =>
        Reply.Ok("clock", await grains.Clock().Show());

    private static async Task<IResult> Advance(
        ClockMove body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("clock", await grains.Clock().Advance(body.Until, caller));
}

/// <summary>Where the clock shall move to.</summary>
public sealed record ClockMove(DateTimeOffset Until);
