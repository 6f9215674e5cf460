using System.CommandLine;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Spectre.Console;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon login</c>: keeps a staff session for the next commands.</summary>
internal static class LoginCommand
{
    public static Command Make(World world)
    {
        var login = new Command(
            "login",
            "Log in as staff and keep the session for the next commands."
        ).With(Person.Email, Person.PasswordFile);
        login.SetAction(
            async (parsed, cancellation) =>
            {
                using var api = AdminApi.Open(world, parsed.GetValue(Common.Api), Last(world));
                var email = Person.EmailOf(parsed, world);
                var answer = await api.Post(
                    "api/auth/login",
                    new { email, password = Person.PasswordOf(parsed, world) },
                    cancellation
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
                    $"Logged in at {api.Address.GetLeftPart(UriPartial.Authority)} as {email}."
                );
                return ExitCode.Ok;
            }
        );
        return login;
    }

    /// <summary>Where the last login was; its token is not sent along.</summary>
    private static Login? Last(World world) =>
        Credentials.Of(world).Find() is { Api: not null } last ? last with { Token = "" } : null;
}

/// <summary><c>elizon logout</c>: ends the session and forgets it.</summary>
internal static class LogoutCommand
{
    public static Command Make(World world)
    {
        var logout = new Command("logout", "End the kept session and forget it.");
        logout.SetAction(
            async (parsed, cancellation) =>
            {
                var kept = Credentials.Of(world).Find();
                if (kept is { IsKey: false })
                {
                    using var api = AdminApi.Open(world, parsed.GetValue(Common.Api), kept);
                    try
                    {
                        await api.Post("api/auth/logout", null, cancellation);
                    }
                    catch (CliFault fault) when (fault.ExitCode == ExitCode.Denied)
                    {
                        // It had ended already.
                    }
                }
                Credentials.Of(world).Forget();
                new Report(world, parsed.GetValue(Common.Json)).Line("Logged out.");
                return ExitCode.Ok;
            }
        );
        return logout;
    }
}

/// <summary>Address and password of a person: asked for, or given for scripts. A password never stands on the command line.</summary>
internal static class Person
{
    public static readonly Option<string?> Email = new("--email")
    {
        Description = "E-mail address. Otherwise ELIZON_EMAIL, or you are asked.",
    };

    public static readonly Option<string?> PasswordFile = new("--password-file")
    {
        Description = "File that holds the password. Otherwise ELIZON_PASSWORD, or you are asked.",
    };

    public static string EmailOf(ParseResult parsed, World world) =>
        parsed.GetValue(Email)
        ?? world.Variable("ELIZON_EMAIL")
        ?? Ask(world, new TextPrompt<string>("E-mail:"));

    public static string PasswordOf(ParseResult parsed, World world) =>
        parsed.GetValue(PasswordFile) is { } file
            ? FirstLine(file)
            : world.Variable("ELIZON_PASSWORD")
                ?? Ask(world, new TextPrompt<string>("Password:").Secret());

    public static string FirstLine(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault()?.Trim() ?? "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliFault(ExitCode.Usage, $"{file} cannot be read: {error.Message}");
        }
    }

    private static string Ask(World world, TextPrompt<string> prompt) =>
        world.Terminal.Profile.Capabilities.Interactive
            ? world.Terminal.Prompt(prompt)
            : throw new CliFault(
                ExitCode.Usage,
                "There is nobody to ask here.",
                "Give --email and --password-file, or ELIZON_EMAIL and ELIZON_PASSWORD."
            );
}
