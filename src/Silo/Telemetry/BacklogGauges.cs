using System.Diagnostics.Metrics;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Silo.Telemetry;

/// <summary>
/// What waits: read by one cheap query every ten seconds, never per scrape. Every silo reports the same figures of the one
/// database, so dashboards take the maximum.
/// </summary>
internal sealed partial class BacklogGauges : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _clock;
    private readonly ILogger<BacklogGauges> _logger;
    private volatile Backlog _backlog = new(0, 0, 0, 0, 0);

    public BacklogGauges(
        NpgsqlDataSource database,
        TimeProvider clock,
        ILogger<BacklogGauges> logger
    )
    {
        (_database, _clock, _logger) = (database, clock, logger);
        Gauge("elizon.due.lag", "s", "How late the most overdue aggregate is.", b => b.DueLag);
        Gauge("elizon.due.stuck", "{aggregate}", "Due, tried and not done.", b => b.DueStuck);
        Gauge(
            "elizon.outbox.age",
            "s",
            "Age of the oldest message not yet sent.",
            b => b.OutboxAge
        );
        Gauge("elizon.outbox.waiting", "{message}", "Messages not yet sent.", b => b.OutboxWaiting);
        Gauge("elizon.outbox.dead", "{message}", "Given up, waiting for staff.", b => b.OutboxDead);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        do try
        {
            _backlog = await Backlog.Read(_database, _clock.GetUtcNow(), stoppingToken);
        }
        catch (NpgsqlException error)
        {
            LogUnread(_logger, error);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Gauge(string name, string unit, string says, Func<Backlog, double> value) =>
        StorageMetrics.Meter.CreateObservableGauge(name, () => value(_backlog), unit, says);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The backlog could not be read")]
    private static partial void LogUnread(ILogger logger, Exception error);
}
