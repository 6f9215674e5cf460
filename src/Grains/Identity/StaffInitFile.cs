using Elizon.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace Elizon.Grains.Identity;

/// <summary>
/// At start, while there is no staff: writes a fresh one-time token into the data folder, readable by the operator of
/// this machine only. Whoever can read it may make the first staff account (<c>elizon init</c>).
/// </summary>
internal sealed partial class StaffInitFile(
    IGrainFactory grains,
    System.Security.Cryptography.RandomNumberGenerator chance,
    IOptions<IdentityOptions> options,
    ILogger<StaffInitFile> logger
) : ILifecycleParticipant<ISiloLifecycle>
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(StaffInitFile), ServiceLifecycleStage.Active + 1, Offer);

    private async Task Offer(CancellationToken cancellation)
    {
        var path = options.Value.InitTokenFile;
        if (path.Length == 0)
            return;
        var token = OneTimeSecret.NewToken(chance);
        try
        {
            if (!await grains.GetGrain<IStaffGrain>(StaffGrain.Key).Offer(TokenHash.Of(token)))
            {
                File.Delete(path);
                return;
            }
            await Write(path, token, cancellation);
            LogOffered(logger, path);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The platform serves customers without it; the next start tries again.
            LogFailed(logger, path, error);
        }
    }

    private static async Task Write(string path, string token, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.Delete(path);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = OwnerOnly;
        await using var file = new StreamWriter(path, how);
        await file.WriteLineAsync(token.AsMemory(), cancellation);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "No staff account yet: the token for 'elizon init' is in {Path}"
    )]
    private static partial void LogOffered(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The init token was not written to {Path}")]
    private static partial void LogFailed(ILogger logger, string path, Exception error);
}
