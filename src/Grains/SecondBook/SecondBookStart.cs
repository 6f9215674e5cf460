using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace Elizon.Grains.SecondBook;

/// <summary>Wakes the line when a silo starts with the second book on; off, the line notices at its next due time.</summary>
internal sealed partial class SecondBookStart(
    IGrainFactory grains,
    IOptions<SecondBookOptions> options,
    ILogger<SecondBookStart> logger
) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(SecondBookStart), ServiceLifecycleStage.Active + 1, Wake);

    private async Task Wake(CancellationToken cancellation)
    {
        if (!options.Value.Enabled)
            return;
        try
        {
            await grains
                .GetGrain<IBookInside>(GrainId.Create("second-book", BookGrain.Key))
                .Start();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Another silo may be leaving just now; the next start wakes it.
            LogNotWoken(logger, error);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The line to the second book could not be woken"
    )]
    private static partial void LogNotWoken(ILogger logger, Exception error);
}
