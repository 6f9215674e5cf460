using System.CommandLine;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon init</c>: makes the first staff account with the token that the platform left on this machine.</summary>
internal static class InitCommand
{
    private static readonly Option<string> TokenFile = new("--token-file")
    {
        Description = "The one-time token that the platform wrote at its start.",
        DefaultValueFactory = _ => Path.Combine(".data", "init-token"),
    };

    private static readonly Option<string> FirstName = new("--first-name")
    {
        Description = "Yours.",
        DefaultValueFactory = _ => "Staff",
    };

    private static readonly Option<string> LastName = new("--last-name")
    {
        Description = "Yours.",
        DefaultValueFactory = _ => "Account",
    };

    public static Command Make(World world)
    {
        var init = new Command("init", "Make the first staff account, and log in with it.").With(
            Person.Email,
            Person.PasswordFile,
            TokenFile,
            FirstName,
            LastName
        );
        init.SetAction(
            async (parsed, cancellation) =>
            {
                using var api = AdminApi.Open(world, parsed.GetValue(Common.Api), null);
                var email = Person.EmailOf(parsed, world);
                var answer = await api.Post(
                    "api/admin/init",
                    new
                    {
                        token = Person.FirstLine(parsed.GetRequiredValue(TokenFile)),
                        email,
                        password = Person.PasswordOf(parsed, world),
                        firstName = parsed.GetValue(FirstName),
                        lastName = parsed.GetValue(LastName),
                    },
                    cancellation,
                    "elizon init"
                );
                Credentials
                    .Of(world)
                    .Keep(
                        new Login(
                            api.Address.ToString(),
                            answer.GetProperty("token").GetString()!,
                            IsKey: false,
                            email
                        )
                    );
                new Report(world, parsed.GetValue(Common.Json)).Line(
                    $"{email} is staff now, with every right, and logged in."
                );
                return ExitCode.Ok;
            }
        );
        return init;
    }
}
