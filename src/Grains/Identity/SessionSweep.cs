using Elizon.Grains.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Runtime;

namespace Elizon.Grains.Identity;

/// <summary>
/// Deletes what sessions leave behind: ended ones keep an empty row in Orleans' storage, and one that is never used again
/// is never asked. A live session is written every few minutes of use, so a row untouched for longer than a session's
/// life is nobody's. Once at start and once a day, on every silo; doing it twice is harmless.
/// </summary>
internal sealed partial class SessionSweep(
    NpgsqlDataSource database,
    [Wall] TimeProvider wall,
    ILogger<SessionSweep> logger
) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);
    private static readonly TimeSpan Untouched = SessionGrain.Life + TimeSpan.FromDays(1);
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(
            nameof(SessionSweep),
            ServiceLifecycleStage.Active,
            _ =>
            {
                _loop = Loop(_stop.Token);
                return Task.CompletedTask;
            },
            async _ =>
            {
                await _stop.CancelAsync();
                await _loop;
            }
        );

    public void Dispose() => _stop.Dispose();

    /// <summary>Deletes and says how many rows went.</summary>
    public async Task<int> Sweep(CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            delete from orleansstorage
            where graintypestring = 'session' and (payloadbinary is null and modifiedon < $2 or modifiedon < $1)
            """,
            (wall.GetUtcNow() - Untouched).UtcDateTime,
            (wall.GetUtcNow() - Pause).UtcDateTime
        );
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task Loop(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Pause, wall);
        try
        {
            do
            {
                try
                {
                    LogSwept(logger, await Sweep(cancellation));
                }
                catch (NpgsqlException error)
                {
                    LogFailed(logger, error);
                }
            } while (await timer.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Swept {Count} sessions")]
    private static partial void LogSwept(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sessions were not swept")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
