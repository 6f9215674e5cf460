using Elizon.Api.Replies;
using Elizon.Api.Rules;

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
    }

    private static IResult Ping(TimeProvider clock) =>
        Reply.Ok("message", "pong", ("timestamp", clock.GetUtcNow()));
}
