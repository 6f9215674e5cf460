using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Elizon.Simulation;

/// <summary>
/// What happened, one line each, read from the tables: sorted by instant, customer, event. Nothing in it is drawn by
/// chance or counted over all customers, so that a repeat writes the same.
/// </summary>
internal sealed class Transcript(NpgsqlDataSource database)
{
    private const string Events = """
        select d.issued_at, d.account, 'invoice ' || lower(i.kind) || ' ' || i.net || '+' || i.tax || '=' || i.total
            || coalesce(' for ' || r.from_day || '..' || r.until_day || ' period ' || r.period, '')
          from invoice_document d join invoice i using (id) left join renewal_invoice r on r.invoice = i.id
        union all
        select at, account, 'paid ' || amount || ' by ' || split_part(source, '/', 1) from allocation
        union all
        select at, account, 'ledger ' || ledger || ' ' || amount from ledger_entry
        union all
        select at, account, 'points ' || points from point_entry
        union all
        select created_at, account, 'payment ' || lower(purpose) || ' ' || amount || ' ' || lower(status) from payment
        union all
        select at, box, 'mail ' || template || ' ' || lower(status) || ' after ' || attempts from mail
        union all
        select at, coalesce(owner, actor), 'deed ' || action from audit
        """;

    private readonly List<string> _lines = [];

    public int Count => _lines.Count;

    public string Digest =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _lines)))
        )[..16];

    public IReadOnlyList<string> Lines => _lines;

    public async Task Read()
    {
        await using var command = database.CreateCommand(
            $"""
            select to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' ' || who || ' ' || what
            from ({Events}) e (at, who, what) order by at, who collate "C", what collate "C"
            """
        );
        command.CommandTimeout = 300;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            _lines.Add(reader.GetString(0));
    }

    public Task Write(string path) => File.WriteAllLinesAsync(path, _lines);
}
