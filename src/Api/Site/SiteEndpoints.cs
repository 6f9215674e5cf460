using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Site;

namespace Elizon.Api.Site;

/// <summary>What anyone may ask about the platform itself.</summary>
public static class SiteEndpoints
{
    public static void MapSite(this IEndpointRouteBuilder api)
    {
        var site = api.MapGroup("").WithTags("Health");
        site.MapGet("/ping", Ping)
            .Public()
            .Answers<string>("message")
            .Answers<DateTimeOffset>("timestamp")
            .WithSummary("Gibt eine einfache Health-Check-Antwort zurück.");
        site.MapGet("/public/status", Status)
            .Public()
            .Answers<PlatformStatus>("status")
            .WithSummary("How the platform and its parts are.");
        site.MapGet("/status/self", Self)
            .Public()
            .Answers<SelfStatus>("status")
            .WithSummary("The answering process.");
    }

    private static IResult Ping(TimeProvider clock) =>
        Reply.Ok("message", "pong", ("timestamp", clock.GetUtcNow()));

    private static async Task<IResult> Status(IGrainFactory grains) =>
        Reply.Ok("status", await grains.StatusReader().Status());

    private static IResult Self(ProcessStatus process) => Reply.Ok("status", process.Now());
}
