using Elizon.Billing;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Billing.Export;

[StatelessWorker, GrainType("booking-export")]
internal sealed class BookingExport(NpgsqlDataSource database, House house, TimeProvider clock)
    : Grain,
        IBookingExport
{
    private DatevOptions Datev => house.Terms.Datev;

    public async Task<byte[]> Head(DateOnly month, BookingFormat format)
    {
        if (month.Year is < 2000 or > 2200)
            throw CommonRefusals.Invalid("'month' is a day between 2000 and 2200.");
        if (format == BookingFormat.Csv)
            return CsvFile.Bytes(CsvFile.Head);
        var from = new DateOnly(month.Year, month.Month, 1);
        string[] missing =
        [
            .. (await Ledgers(from, from.AddMonths(1))).Where(l => Datev.AccountOf(l) is null),
        ];
        return missing.Length == 0
            ? DatevFile.Bytes(DatevFile.Head(Datev, from, clock.GetUtcNow()))
            : throw BillingRefusals.NoDatevAccount(missing);
    }

    public async Task<byte[]> Day(DateOnly day, BookingFormat format)
    {
        var sides = await Sides(day);
        if (format == BookingFormat.Csv)
            return CsvFile.Bytes(string.Concat(sides.Select(s => CsvFile.Line(s, day))));
        var bookings = sides.GroupBy(s => s.Effect).SelectMany(Booking.Of);
        return DatevFile.Bytes(string.Concat(bookings.Select(b => DatevFile.Line(b, Datev, day))));
    }

    private async Task<List<string>> Ledgers(DateOnly from, DateOnly to)
    {
        await using var command = database.Command(
            "select distinct ledger from ledger_entry where at >= $1 and at < $2 order by ledger",
            house.StartOf(from),
            house.StartOf(to)
        );
        await using var reader = await command.ExecuteReaderAsync();
        var ledgers = new List<string>();
        while (await reader.ReadAsync())
            ledgers.Add(reader.GetString(0));
        return ledgers;
    }

    /// <summary>The sides of one movement share their instant, so no day cuts one.</summary>
    private async Task<List<BookedSide>> Sides(DateOnly day)
    {
        await using var command = database.Command(
            """
            select e.nr, e.at, e.account, e.effect, e.side, e.ledger, e.amount, e.reason, d.number
            from ledger_entry e left join invoice_document d on d.id = e.invoice
            where e.at >= $1 and e.at < $2 order by e.at, e.effect, e.side
            """,
            house.StartOf(day),
            house.StartOf(day.AddDays(1))
        );
        await using var r = await command.ExecuteReaderAsync();
        var sides = new List<BookedSide>();
        while (await r.ReadAsync())
            sides.Add(
                new BookedSide(
                    r.GetInt64(0),
                    r.GetFieldValue<DateTimeOffset>(1),
                    r.GetString(2),
                    r.GetString(3),
                    r.GetInt32(4),
                    r.GetString(5),
                    new Money(r.GetInt64(6)),
                    r.GetString(7),
                    r.IsDBNull(8) ? null : r.GetString(8)
                )
            );
        return sides;
    }
}
