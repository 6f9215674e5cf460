using Elizon.Api.Hosting;

namespace Elizon.Silo.Database;

/// <summary>
/// PostgreSQL refuses to run as root. Then the folder and the server belong to whoever made the cluster, else to the user
/// "postgres" that Debian's package brings, else to "nobody".
/// </summary>
internal static class PostgresOwner
{
    public const UnixFileMode Private =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Where a cluster goes that its user cannot reach at the wanted place, such as below /root.</summary>
    private const string Elsewhere = "/var/lib/elizon";

    public static async Task<string> Find(string folder, CancellationToken cancellation)
    {
        var data = Path.Combine(folder, "data");
        if (Directory.Exists(data))
        {
            var owner = await UnixCommand.Demand("stat", ["-c", "%U", data], cancellation);
            if (owner is not ("root" or "UNKNOWN"))
                return owner;
        }
        return File.ReadLines("/etc/passwd")
            .Any(l => l.StartsWith("postgres:", StringComparison.Ordinal))
            ? "postgres"
            : "nobody";
    }

    /// <summary>Makes the folder, private to its owner, and says where it really is.</summary>
    public static async Task<string> Give(
        string folder,
        string owner,
        CancellationToken cancellation
    )
    {
        var parent = Path.GetDirectoryName(folder)!;
        Directory.CreateDirectory(parent);
        if (!await CanEnter(owner, parent, cancellation))
            folder = await Relocate(folder, owner, cancellation);
        Directory.CreateDirectory(folder);
        await UnixCommand.Demand("chown", [$"{owner}:", folder], cancellation);
        File.SetUnixFileMode(folder, Private);
        return folder;
    }

    private static async Task<bool> CanEnter(
        string owner,
        string folder,
        CancellationToken cancellation
    ) => (await UnixCommand.Run(owner, "test", ["-x", folder], cancellation)).ExitCode == 0;

    /// <summary>The data go to a folder of their own and a link to them stays: deleting the link means a fresh start.</summary>
    private static async Task<string> Relocate(
        string folder,
        string owner,
        CancellationToken cancellation
    )
    {
        if (Directory.Exists(Path.Combine(folder, "data")))
            throw new CannotStartException(
                $"The user '{owner}' runs the database and cannot enter '{folder}'. Move it and leave a link: "
                    + $"mkdir -p {Elsewhere} && mv '{folder}' {Elsewhere}/moved && ln -s {Elsewhere}/moved '{folder}'"
            );
        await UnixCommand.Demand("install", ["-d", "-m", "0755", Elsewhere], cancellation);
        var made = await UnixCommand.Demand(
            "mktemp",
            ["-d", $"{Elsewhere}/XXXXXXXX"],
            cancellation
        );
        if (Directory.Exists(folder))
            Directory.Delete(folder);
        Directory.CreateSymbolicLink(folder, made);
        return made;
    }
}
