using Elizon.Grains.Storage;
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
    [Wall] TimeProvider wall,
    ILogger<StaffInitFile> logger
) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _stop = new();
    private Task _later = Task.CompletedTask;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(StaffInitFile), ServiceLifecycleStage.Active + 1, Start, Stop);

    public void Dispose() => _stop.Dispose();

    private async Task Start(CancellationToken cancellation)
    {
        var path = options.Value.InitTokenFile;
        if (path.Length == 0)
            return;
        var token = OneTimeSecret.NewToken(chance);
        if (!await TryOffer(path, token, cancellation))
            _later = Insist(path, token);
    }

    private async Task Stop(CancellationToken cancellation)
    {
        await _stop.CancelAsync();
        await _later;
    }

    /// <summary>The platform serves customers without it, so its start does not wait.</summary>
    private async Task Insist(string path, string token)
    {
        do await Task.Delay(Pause, wall, _stop.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (
            !_stop.IsCancellationRequested && !await TryOffer(path, token, CancellationToken.None)
        );
    }

    /// <summary>The same token again after an unknown outcome: it is offered once.</summary>
    private async Task<bool> TryOffer(string path, string token, CancellationToken cancellation)
    {
        try
        {
            if (await grains.GetGrain<IStaffGrain>(StaffGrain.Key).Offer(TokenHash.Of(token)))
            {
                await Write(path, token, cancellation);
                LogOffered(logger, path);
            }
            else
                File.Delete(path);
            return true;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(logger, path, error);
            return false;
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

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The init token was not written to {Path}, which is tried again"
    )]
    private static partial void LogFailed(ILogger logger, string path, Exception error);
}
