using System.Collections.Immutable;
using Elizon.Banking;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Banking.Payouts;

/// <summary>Reads payouts and their files.</summary>
internal sealed class PayoutRecords(NpgsqlDataSource database)
{
    private const string Columns =
        "select id, iban, account, source, holder, payee_iban, amount, text, status, file, requested_at, requested_by, settled_at, reason from bank_payout";

    /// <summary>By their end-to-end ids, which are their ids.</summary>
    public async Task<ImmutableDictionary<string, PayoutRow>> Find(string[] ids) =>
        (await Read($"{Columns} where id = any ($1)", (object)ids)).ToImmutableDictionary(p =>
            p.Id.Value
        );

    public Task<List<PayoutRow>> Waiting(BankAccountId account) =>
        Read(
            $"{Columns} where iban = $1 and status = 'Requested' order by requested_at, id limit $2",
            account.Value,
            PayoutRules.MostInFile
        );

    public Task<List<PayoutRow>> In(PayoutFileId file) =>
        Read($"{Columns} where file = $1 order by id", file.Value);

    public async Task<PageOf<PayoutView>> List(PayoutStatus? status, PageRequest page)
    {
        const string where = "where ($1::text is null or status = $1)";
        var rows = await Read(
            $"{Columns} {where} order by requested_at desc, id offset $2 limit $3",
            status?.ToString(),
            page.Offset,
            page.Limit
        );
        await using var count = database.Command(
            $"select count(*) from bank_payout {where}",
            status?.ToString()
        );
        return new PageOf<PayoutView>(
            [.. rows.Select(r => r.ToView())],
            Pagination.Of(page, (long)(await count.ExecuteScalarAsync())!)
        );
    }

    /// <summary>Account and text of a file; null when there is none.</summary>
    public async Task<(BankAccountId Account, string Content)?> File(PayoutFileId file)
    {
        await using var command = database.Command(
            "select iban, content from payout_file where id = $1",
            file.Value
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? (BankAccountId.Of(reader.GetString(0)), reader.GetString(1))
            : null;
    }

    private async Task<List<PayoutRow>> Read(string sql, params object?[] parameters)
    {
        await using var command = database.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<PayoutRow>();
        while (await reader.ReadAsync())
            rows.Add(PayoutOf(reader));
        return rows;
    }

    private static PayoutRow PayoutOf(NpgsqlDataReader r) =>
        new(
            PayoutId.Of(r.GetString(0)),
            BankAccountId.Of(r.GetString(1)),
            r.IsDBNull(2) ? null : AccountId.Of(r.GetString(2)),
            r.IsDBNull(3) ? null : BankTransactionId.Of(r.GetString(3)),
            r.GetString(4),
            r.GetString(5),
            new Money(r.GetInt64(6)),
            r.GetString(7),
            Enum.Parse<PayoutStatus>(r.GetString(8)),
            r.IsDBNull(9) ? null : PayoutFileId.Of(r.GetString(9)),
            r.GetFieldValue<DateTimeOffset>(10),
            r.GetString(11),
            r.IsDBNull(12) ? null : r.GetFieldValue<DateTimeOffset>(12),
            r.IsDBNull(13) ? null : r.GetString(13)
        );
}
