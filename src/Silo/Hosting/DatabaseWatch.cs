using Elizon.Silo.Database;

namespace Elizon.Silo.Hosting;

/// <summary>Ends the host when its embedded server ends by itself: whoever started the host starts both anew.</summary>
internal sealed partial class DatabaseWatch(
    EmbeddedPostgres database,
    IHostApplicationLifetime lifetime,
    ILogger<DatabaseWatch> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.Exited.WaitAsync(stoppingToken);
        LogLost(logger);
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "The embedded PostgreSQL ended; the host stops"
    )]
    private static partial void LogLost(ILogger logger);
}
