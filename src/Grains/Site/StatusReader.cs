using Elizon.Grains.Storage;
using Elizon.Site;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Site;

/// <summary>
/// Public status from two facts: does the database answer, and does promised work happen in time. Asked by anyone, so it
/// looks at most every five seconds per silo.
/// </summary>
[StatelessWorker(1), GrainType("status")]
internal sealed class StatusReader(
    NpgsqlDataSource database,
    TimeProvider clock,
    [Wall] TimeProvider wall
) : Grain, IStatusReader
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>Work that waits longer than this is late.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private PlatformStatus? _last;
    private long _lookedAt;

    public async Task<PlatformStatus> Status()
    {
        if (_last is { } last && wall.GetElapsedTime(_lookedAt) < Fresh)
            return last;
        var components = await Look();
        _lookedAt = wall.GetTimestamp();
        return _last = new PlatformStatus(
            components.Max(c => c.State),
            components,
            wall.GetUtcNow()
        );
    }

    private async Task<ComponentStatus[]> Look()
    {
        try
        {
            var late = await IsLate();
            return
            [
                new("database", "Database", ComponentState.Operational),
                new(
                    "orders",
                    "Orders and provisioning",
                    late ? ComponentState.Degraded : ComponentState.Operational
                ),
            ];
        }
        catch (NpgsqlException)
        {
            return
            [
                new("database", "Database", ComponentState.Down),
                new("orders", "Orders and provisioning", ComponentState.Down),
            ];
        }
    }

    private async Task<bool> IsLate()
    {
        await using var command = database.Command(
            """
            select exists (select from outbox where not dead and created_at < $1)
                or exists (select from due where coalesce(retry_at, at) < $2)
            """,
            wall.GetUtcNow() - Late,
            clock.GetUtcNow() - Late
        );
        command.CommandTimeout = 2;
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
