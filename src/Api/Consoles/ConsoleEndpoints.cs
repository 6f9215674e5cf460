using Elizon.Api.OpenApi;
using Elizon.Api.Replies;
using Elizon.Api.Requests;
using Elizon.Api.Rules;
using Elizon.Consoles;

namespace Elizon.Api.Consoles;

/// <summary>The console of a service: how to reach it, its live stream, its command line.</summary>
public static class ConsoleEndpoints
{
    public static void MapConsoles(this IEndpointRouteBuilder api)
    {
        var console = api.MapGroup("/services/{id}/console").WithTags("Services");
        console
            .MapGet("", Show)
            .User("services:read", Permission.Console)
            .WithSummary("Get console access info.")
            .Answers<ConsoleAccess>("console");
        console
            .MapPost("", Show)
            .User("services:write", Permission.Console)
            .WithSummary("Open the console and get its access info.")
            .Answers<ConsoleAccess>("console");
        console
            .MapPost("/command", Command)
            .User(
                "services:write",
                Permission.Console | Permission.Start | Permission.Stop | Permission.Restart
            )
            .WithSummary("Send a console command or a power action to the server.")
            .AnswersSuccess();
        console
            .MapGet("/stream", ConsoleStreams.Stream)
            .User("services:read", Permission.Console)
            .WithSummary("Server-Sent Events: console output, status and stats.")
            .AnswersMedia("text/event-stream");
    }

    private static async Task<IResult> Show(ServiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("console", await grains.ConsoleDesk().Access(id, caller));

    private static async Task<IResult> Command(
        ServiceId id,
        ConsoleCommandBody body,
        Caller caller,
        IGrainFactory grains
    )
    {
        await grains
            .ConsoleDesk()
            .Command(id, new ConsoleCommand(body.Command, body.Action), caller);
        return Reply.Ok();
    }
}

/// <summary>Either a line for the server or a power action.</summary>
/// <param name="Command">One line of 1 to 2,000 characters, such as <c>say hello</c>.</param>
/// <param name="Action">start, stop, restart or kill.</param>
public sealed record ConsoleCommandBody(
    [property: System.ComponentModel.DataAnnotations.MaxLength(2000), Sample("say hello")]
        string? Command = null,
    string? Action = null
);
