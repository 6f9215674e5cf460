using System.CommandLine;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary>Options that every command takes.</summary>
internal static class Common
{
    public static readonly Option<string?> Api = new("--api")
    {
        Description =
            "Where the platform answers. Otherwise ELIZON_API, the last login, http://127.0.0.1:8080.",
        HelpName = "url",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the answer as JSON, for programs.",
        Recursive = true,
    };

    public static readonly Option<string?> Reason = new("--reason")
    {
        Description = "Why you do this; kept in the audit log.",
        HelpName = "text",
        Recursive = true,
    };

    /// <summary>A command that talks to the platform as staff.</summary>
    public static Command Staff(
        World world,
        string name,
        string description,
        Func<ParseResult, AdminApi, Report, CancellationToken, Task<int>> act
    )
    {
        var command = new Command(name, description);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var api = AdminApi.Open(
                    world,
                    parsed.GetValue(Api),
                    Credentials.Of(world).Required(),
                    parsed.GetValue(Reason)
                );
                return await act(
                    parsed,
                    api,
                    new Report(world, parsed.GetValue(Json)),
                    cancellation
                );
            }
        );
        return command;
    }

    /// <summary>A noun: its verbs do the work.</summary>
    public static Command Noun(string name, string description, params Command[] verbs)
    {
        var noun = new Command(name, description);
        foreach (var verb in verbs)
            noun.Subcommands.Add(verb);
        return noun;
    }

    public static Command With(this Command command, params Symbol[] symbols)
    {
        foreach (var symbol in symbols)
            if (symbol is Argument argument)
                command.Arguments.Add(argument);
            else
                command.Options.Add((Option)symbol);
        return command;
    }
}
