using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Storage;
using Elizon.Taxes;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Taxes;

/// <summary>Sums up documents by plain SQL over what was frozen into them: nothing is decided again.</summary>
[StatelessWorker, GrainType("tax-reports")]
internal sealed class TaxReports(NpgsqlDataSource database, House house) : Grain, ITaxReports
{
    private const int MostDays = 731;

    /// <summary>$1 and $2: days of issue; $3: whether sums are by VAT id.</summary>
    private const string Sums = """
        select d.tax ->> 'country', d.tax ->> 'territory', case when $3 then d.buyer ->> 'vatId' end,
          g ->> 'category', (g ->> 'rate')::numeric, count(*),
          sum(round((g -> 'sum' ->> 'net')::numeric * 100))::bigint, sum(round((g -> 'sum' ->> 'tax')::numeric * 100))::bigint
        from (
          select c -> 'tax' as tax, c -> 'buyer' as buyer, c -> 'taxes' as groups
          from invoice_document, lateral (select content::jsonb as c) parsed
          where issued_on between $1 and $2
        ) d
        cross join lateral jsonb_array_elements(d.groups) g
        group by 1, 2, 3, 4, 5
        order by 1, 2 nulls first, 4, 5, 3
        """;

    public async Task<TaxReport> Report(TaxReportKind kind, DateOnly from, DateOnly to)
    {
        if (to < from || to.DayNumber - from.DayNumber > MostDays)
            throw CommonRefusals.Invalid("'to' is not before 'from' and at most two years after.");
        await using var command = database.Command(Sums, from, to, kind == TaxReportKind.Zm);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<TaxReportLine>();
        while (await reader.ReadAsync())
            if (Line(reader) is var line && Belongs(line, kind))
                lines.Add(line);
        return new TaxReport(
            kind,
            from,
            to,
            [.. lines],
            Money.Sum(lines.Select(l => l.Net)),
            Money.Sum(lines.Select(l => l.Tax))
        );
    }

    public async Task<DocumentFile> Csv(TaxReportKind kind, DateOnly from, DateOnly to) =>
        TaxReportCsv.Of(await Report(kind, from, to));

    private static bool Belongs(TaxReportLine line, TaxReportKind kind) =>
        kind switch
        {
            TaxReportKind.Oss => line.Return == TaxReturns.OneStopShop,
            TaxReportKind.Zm => line.Return == TaxReturns.Recapitulative,
            _ => true,
        };

    private TaxReportLine Line(NpgsqlDataReader row)
    {
        var country = row.GetString(0);
        var category = row.GetString(3);
        return new TaxReportLine(
            country,
            row.IsDBNull(1) ? null : row.GetString(1),
            row.IsDBNull(2) ? null : row.GetString(2),
            category,
            row.GetDecimal(4),
            TaxReturns.Of(category, country, house.Terms.HomeCountry),
            row.GetInt64(5),
            new Money(row.GetInt64(6)),
            new Money(row.GetInt64(7))
        );
    }
}
