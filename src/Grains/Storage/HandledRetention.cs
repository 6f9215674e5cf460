using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Elizon.Grains.Storage;

/// <summary>
/// Forgets commands and messages after 30 days (design, section 4): a client that repeats a call does so within minutes, a
/// message whose delivery was lost within hours. What must hold for ever is a unique business key of its table.
/// </summary>
internal sealed partial class HandledRetention(
    NpgsqlDataSource database,
    TimeProvider clock,
    [Wall] TimeProvider wall,
    ILogger<HandledRetention> logger
) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>So many in one statement: no long locks, and silos that prune at once share the work.</summary>
    private const int Slice = 5_000;

    /// <returns>How many were forgotten.</returns>
    public static async Task<int> Prune(
        NpgsqlDataSource database,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var forgotten = 0;
        while (true)
        {
            await using var command = database.Command(
                "delete from handled where key in (select key from handled where at < $1 limit $2 for update skip locked)",
                now - Kept,
                Slice
            );
            var slice = await command.ExecuteNonQueryAsync(cancellation);
            forgotten += slice;
            if (slice < Slice)
                return forgotten;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), wall);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await Prune(database, clock.GetUtcNow(), stoppingToken);
            }
            catch (NpgsqlException error)
            {
                LogFailed(logger, error);
            }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Old commands could not be forgotten; tried again in an hour"
    )]
    private static partial void LogFailed(ILogger logger, Exception error);
}
