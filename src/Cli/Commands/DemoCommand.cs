using System.CommandLine;
using Elizon.Cli.Demo;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon demo</c>: plays the main job in front of the reader.</summary>
internal static class DemoCommand
{
    private static readonly Option<string> Sandbox = new("--sandbox")
    {
        Description = "Where the sandbox answers.",
        DefaultValueFactory = _ => "http://127.0.0.1:8090",
    };

    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "How long the console is shown.",
        DefaultValueFactory = _ => 10,
    };

    public static Command Make(World world)
    {
        var demo = new Command(
            "demo",
            "Sign up, top up, order a game server and watch its console, against the sandbox."
        ).With(Sandbox, Seconds);
        demo.SetAction(
            async (parsed, cancellation) =>
            {
                using var play = new MainJob(
                    world,
                    parsed.GetValue(Common.Api),
                    parsed.GetRequiredValue(Sandbox),
                    TimeSpan.FromSeconds(parsed.GetValue(Seconds))
                );
                await play.Play(cancellation);
                return ExitCode.Ok;
            }
        );
        return demo;
    }
}
