using Elizon.Api.Hosting;

namespace Elizon.Silo.Database;

/// <summary>Where a cluster lies and who runs it.</summary>
/// <param name="Folder">Holds data, log and lock; 0700, owned by whoever runs the server.</param>
/// <param name="SocketFolder">The same folder, or a short one when the path is too long for a socket.</param>
/// <param name="Owner">The user the server runs as; null for the current one.</param>
internal sealed record PostgresPlace(string Folder, string SocketFolder, string? Owner)
    : IDisposable
{
    /// <summary>The kernel's limit for the path of a socket.</summary>
    private const int MaxSocketPath = 107;
    private const string SocketName = "/.s.PGSQL.5432";

    public string Data => Path.Combine(Folder, "data");

    public string Log => Path.Combine(Folder, "postgres.log");

    public static async Task<PostgresPlace> Prepare(string folder, CancellationToken cancellation)
    {
        folder = Path.GetFullPath(folder);
        if (Path.Exists(folder))
            folder =
                Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder;
        var owner = Environment.IsPrivilegedProcess
            ? await PostgresOwner.Find(folder, cancellation)
            : null;
        folder = owner is null
            ? OwnFolder(folder)
            : await PostgresOwner.Give(folder, owner, cancellation);
        return new PostgresPlace(folder, await SocketFolderFor(folder, owner, cancellation), owner);
    }

    public void Dispose()
    {
        if (SocketFolder != Folder && Directory.Exists(SocketFolder))
            Directory.Delete(SocketFolder, recursive: true);
    }

    private static string OwnFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            File.SetUnixFileMode(folder, PostgresOwner.Private);
            return folder;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new CannotStartException(
                $"The database folder belongs to another user, perhaps after a start as root. Take it over with: sudo chown -R \"$(id -un)\": '{folder}'",
                error
            );
        }
    }

    private static async Task<string> SocketFolderFor(
        string folder,
        string? owner,
        CancellationToken cancellation
    )
    {
        if (System.Text.Encoding.UTF8.GetByteCount(folder + SocketName) <= MaxSocketPath)
            return folder;
        // A fresh name with 0700: nobody else can have put a socket of theirs there before us.
        var made = Directory.CreateTempSubdirectory("elizon-").FullName;
        if (owner is not null)
            await UnixCommand.Demand("chown", [$"{owner}:", made], cancellation);
        return made;
    }
}
