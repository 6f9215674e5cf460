using Elizon.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Elizon.Api.Consoles;

/// <summary>Keeps this process subscribed to revocations. The runtime holds observers weakly: the reference lives here.</summary>
internal sealed partial class RevocationListener(
    IGrainFactory grains,
    ConsoleHub hub,
    TimeProvider clock,
    ILogger<RevocationListener> logger
) : BackgroundService, IRevocationWatcher
{
    /// <summary>Short: after the board moved to another silo, it knows nobody until they renew.</summary>
    private static readonly TimeSpan Renew = TimeSpan.FromSeconds(2);

    public void Revoked(Revocation revocation) => hub.End(revocation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var self = grains.CreateObjectReference<IRevocationWatcher>(this);
        using var timer = new PeriodicTimer(Renew, clock);
        do try
        {
            await grains.RevocationBoard().Watch(self);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogNotSubscribed(logger, error.GetType().Name);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Not subscribed to revocations ({Error}), trying again"
    )]
    private static partial void LogNotSubscribed(ILogger logger, string error);
}
