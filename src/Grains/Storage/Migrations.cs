using DbUp;
using DbUp.Engine;
using Npgsql;

namespace Elizon.Grains.Storage;

/// <summary>
/// Brings the schema up to date: numbered scripts under <c>Storage/Scripts</c>, each once, in order. Several processes may
/// start at the same time: an advisory lock lets one of them do it.
/// </summary>
public static class Migrations
{
    private const long LockKey = 4710000;

    public static async Task Run(string connectionString, CancellationToken cancellation = default)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await Execute(connection, $"select pg_advisory_lock({LockKey})", cancellation);
        try
        {
            var result = DeployChanges
                .To.PostgresqlDatabase(connectionString)
                .WithScriptsEmbeddedInAssembly(
                    typeof(Migrations).Assembly,
                    name => name.Contains(".Storage.Scripts.", StringComparison.Ordinal)
                )
                .WithVariablesDisabled()
                .WithTransactionPerScript()
                .LogToNowhere()
                .Build()
                .PerformUpgrade();
            if (!result.Successful)
                throw new InvalidOperationException(
                    $"Migration {result.ErrorScript?.Name} failed: {result.Error.Message}",
                    result.Error
                );
        }
        finally
        {
            await Execute(
                connection,
                $"select pg_advisory_unlock({LockKey})",
                CancellationToken.None
            );
        }
    }

    private static async Task Execute(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
