using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Elizon.Silo.Hosting;

/// <summary>The database answers within two seconds.</summary>
internal sealed class DatabaseCheck(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = database.CreateCommand("select 1");
        command.CommandTimeout = 2;
        await command.ExecuteScalarAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
