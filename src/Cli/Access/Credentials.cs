using System.Text.Json;
using Elizon.Cli.Output;

namespace Elizon.Cli.Access;

/// <summary>A login as it is kept between commands.</summary>
/// <param name="Token">A session's token or an API key.</param>
/// <param name="IsKey">Sent as x-api-key.</param>
internal sealed record Login(string? Api, string Token, bool IsKey, string? Email = null);

/// <summary>
/// Where the login comes from: ELIZON_KEY (an API key of staff) or ELIZON_TOKEN (a session), else the file that
/// <c>elizon login</c> wrote, readable by its owner alone.
/// </summary>
internal sealed class Credentials(World world)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static Credentials Of(World world) => new(world);

    public string File =>
        Path.Combine(
            world.Variable("XDG_CONFIG_HOME")
                ?? Path.Combine(
                    world.Home ?? throw new CliFault(ExitCode.Usage, "There is no home folder."),
                    ".config"
                ),
            "elizon",
            "login.json"
        );

    public Login Required() =>
        Find()
        ?? throw new CliFault(
            ExitCode.Denied,
            "You are not logged in.",
            "Log in with 'elizon login', or set ELIZON_KEY."
        );

    public Login? Find() =>
        world.Variable("ELIZON_KEY") is { } key ? new Login(null, key, IsKey: true)
        : world.Variable("ELIZON_TOKEN") is { } token ? new Login(null, token, IsKey: false)
        : Read();

    public void Keep(Login login)
    {
        var folder = Path.GetDirectoryName(File)!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        // A new file in place of the old: it never exists with wider rights, nor half written.
        var next = $"{File}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(next, options))
            JsonSerializer.Serialize(stream, login, CliJson.Pretty);
        System.IO.File.Move(next, File, overwrite: true);
    }

    public bool Forget()
    {
        if (!System.IO.File.Exists(File))
            return false;
        System.IO.File.Delete(File);
        return true;
    }

    private Login? Read()
    {
        if (world.Home is null || !System.IO.File.Exists(File))
            return null;
        if (
            !OperatingSystem.IsWindows()
            && (System.IO.File.GetUnixFileMode(File) & ~OwnerOnly) != UnixFileMode.None
        )
            throw new CliFault(
                ExitCode.Denied,
                $"Others may read {File}.",
                $"Run: chmod 600 {File}"
            );
        try
        {
            return JsonSerializer.Deserialize<Login>(
                System.IO.File.ReadAllText(File),
                CliJson.Options
            );
        }
        catch (JsonException)
        {
            throw new CliFault(
                ExitCode.Denied,
                $"{File} cannot be read.",
                "Log in again with 'elizon login'."
            );
        }
    }
}
