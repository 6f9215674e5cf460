using Elizon.Billing;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Billing.Ledger;

/// <summary>Audits the books from the tables, in one snapshot: a commit between two questions would look like a fault.</summary>
[StatelessWorker, GrainType("ledger-auditor")]
internal sealed class LedgerAuditor(NpgsqlDataSource database) : Grain, ILedgerAuditor
{
    public async Task<LedgerAudit> Audit()
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var snapshot = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead
        );
        var (entries, sum) = await Totals(connection);
        return new LedgerAudit(
            entries,
            await Count(connection),
            sum,
            await Texts(connection, LedgerQueries.UnbalancedEffects),
            await Texts(connection, LedgerQueries.WrongBalances),
            await Texts(connection, LedgerQueries.UnsettledDocuments),
            await Texts(connection, LedgerQueries.NumberGaps),
            await Texts(connection, LedgerQueries.BrokenDocuments)
        );
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

    private static async Task<string[]> Texts(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand($"{sql} limit 20", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return [.. found];
    }
}
