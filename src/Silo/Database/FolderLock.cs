using Elizon.Api.Hosting;

namespace Elizon.Silo.Database;

/// <summary>One host per data folder. The kernel lets go of the lock when the process ends, however it ends.</summary>
internal static class FolderLock
{
    public static FileStream Take(string folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, "host.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException error)
        {
            throw new CannotStartException(
                $"Another host runs on the database in '{folder}'.",
                error
            );
        }
    }
}
