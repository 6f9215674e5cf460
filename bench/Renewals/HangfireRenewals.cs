using Elizon.Fixtures;
using Elizon.Grains.Storage;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;

namespace Elizon.Bench.Renewals;

/// <summary>
/// The same renewal as a Hangfire job that writes the same rows, number draw included, in one transaction: what one would
/// build on it. Same server, a database of its own with our tables.
/// </summary>
internal sealed class HangfireRenewals : IAsyncDisposable
{
    public const int Workers = 20;

    private static NpgsqlDataSource _database = null!;
    private static int _left;
    private static TaskCompletionSource _drained = new();

    private readonly PostgreSqlStorage _storage;

    private HangfireRenewals(PostgreSqlStorage storage) => _storage = storage;

    public async Task Enqueue(int subscriptions, int round)
    {
        var client = new BackgroundJobClient(_storage);
        await Parallel.ForAsync(
            0,
            subscriptions,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            (n, _) =>
            {
                client.Enqueue(() => Renew(n, round));
                return ValueTask.CompletedTask;
            }
        );
        _left = subscriptions;
        _drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Until the last renewal is committed; Hangfire's own bookkeeping of the last jobs is not counted.</summary>
    public async Task Drain()
    {
        using var server = new BackgroundJobServer(
            new BackgroundJobServerOptions { WorkerCount = Workers },
            _storage
        );
        await _drained.Task;
    }

    /// <summary>The job; public and static, as Hangfire calls it.</summary>
    public static async Task Renew(int subscription, int round)
    {
        await using (var connection = await _database.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var batch = new NpgsqlBatch(connection, transaction);
            foreach (var statement in RenewalStatements.All)
                batch.BatchCommands.Add(
                    new NpgsqlBatchCommand(statement)
                    {
                        Parameters =
                        {
                            new() { Value = $"copy{subscription}" },
                            new() { Value = $"copy{subscription}/{round}" },
                        },
                    }
                );
            await batch.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }
        if (Interlocked.Decrement(ref _left) == 0)
            _drained.SetResult();
    }

    public static Task<long> Count() => Scalar("select count(*) from renewal_invoice");

    /// <param name="renewed">Where one renewal was made our way: its states and its document are the pattern.</param>
    public static async Task<HangfireRenewals> Prepare(ElizonCluster renewed, int subscriptions)
    {
        _database = StorageSetup.OpenPool(await TestDatabase.Create());
        await using var pattern = _database.CreateCommand(RenewalStatements.Seed);
        foreach (var kind in new[] { "subscription", "account" })
            pattern.Parameters.Add(
                new()
                {
                    Value = await renewed.Scalar<string>(
                        $"select state::text from aggregate where kind = '{kind}' and id like 'copy%' limit 1"
                    ),
                }
            );
        pattern.Parameters.Add(
            new()
            {
                Value = await renewed.Scalar<string>(
                    "select content from invoice_document limit 1"
                ),
            }
        );
        pattern.Parameters.Add(new() { Value = subscriptions });
        await pattern.ExecuteNonQueryAsync();
        return new HangfireRenewals(Storage(_database.ConnectionString));
    }

    private static PostgreSqlStorage Storage(string database)
    {
        var options = new PostgreSqlStorageOptions
        {
            // With long polling or a sliding timeout beside it a job was left behind now and then.
            QueuePollInterval = TimeSpan.FromMilliseconds(50),
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(database, options), options);
    }

    private static async Task<long> Scalar(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
