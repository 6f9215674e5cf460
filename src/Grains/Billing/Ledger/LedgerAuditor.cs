using System.Data;
using Elizon.Billing;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Billing.Ledger;

/// <summary>
/// Audits the books from the tables, in one snapshot: a commit between two questions would look like a fault. Clean books
/// are a checkpoint for the next audit of what is new.
/// </summary>
[StatelessWorker, GrainType("ledger-auditor")]
internal sealed class LedgerAuditor(NpgsqlDataSource database, TimeProvider clock)
    : Grain,
        ILedgerAuditor
{
    public async Task<LedgerAudit> Audit(bool full = true)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var snapshot = await connection.BeginTransactionAsync(
            IsolationLevel.RepeatableRead
        );
        var (entries, sum) = await Totals(connection);
        var audit = new LedgerAudit(
            entries,
            await Count(connection),
            sum,
            await Texts(connection, LedgerQueries.UnbalancedEffects),
            await Texts(connection, LedgerQueries.WrongBalances),
            await Texts(connection, LedgerQueries.UnsettledDocuments, full),
            await Texts(connection, LedgerQueries.NumberGaps),
            await Texts(connection, LedgerQueries.BrokenDocuments, full),
            await Texts(connection, LedgerQueries.OverlappingPeriods, full)
        );
        if (audit.Clean)
            await KeepCheckpoint(connection, snapshot);
        return audit;
    }

    /// <summary>Of two audits at once the second keeps none: the first one's is as good.</summary>
    private async Task KeepCheckpoint(NpgsqlConnection connection, NpgsqlTransaction snapshot)
    {
        try
        {
            await using var batch = connection.CreateBatch();
            batch.Add(LedgerQueries.Checkpoint, clock.GetUtcNow());
            batch.Add(LedgerQueries.CheckpointSeries);
            await batch.ExecuteNonQueryAsync();
            await snapshot.CommitAsync();
        }
        catch (PostgresException error)
            when (error.SqlState == PostgresErrorCodes.SerializationFailure) { }
    }

    private static async Task<(long Entries, Money Sum)> Totals(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(LedgerQueries.Totals, connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), new Money(reader.GetInt64(1)));
    }

    private static async Task<long> Count(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select count(*) from invoice_document",
            connection
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<string[]> Texts(
        NpgsqlConnection connection,
        string sql,
        bool? full = null
    )
    {
        await using var command = new NpgsqlCommand($"{sql} limit 20", connection);
        if (full is { } all)
            command.Parameters.Add(new() { Value = all });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return [.. found];
    }
}
