using Elizon.Billing;
using Elizon.Simulation.Outside;
using Npgsql;

namespace Elizon.Simulation;

/// <summary>Questions that a right year answers with nothing.</summary>
internal sealed class Verdict(NpgsqlDataSource database, IGrainFactory grains)
{
    private static readonly (string Fault, string Sql)[] Questions =
    [
        (
            "periods charged twice, left out or overlapping",
            """
            select count(*) from (
              select from_day, period,
                lag(until_day) over w as before_until, lag(period) over w as before_period
              from renewal_invoice r
              where not exists (select from invoice c where c.corrects = r.invoice)
              window w as (partition by service order by period)) p
            where before_period is not null and (period <> before_period + 1 or from_day not in (before_until, before_until + 7))
            """
        ),
        (
            "contracts whose paid time is over and nothing is open",
            """
            select count(*) from subscription s
            where status = 'Active' and paid_until < $1
              and not exists (
                select from renewal_invoice r where r.service = s.service and r.from_day >= (s.paid_until at time zone 'Europe/Berlin')::date)
            """
        ),
        ("things due and not done", "select count(*) from due where at <= $1 or attempts > 0"),
        ("messages not delivered", "select count(*) from outbox"),
        (
            "mails neither sent nor refused",
            "select count(*) from mail where status = 'Waiting' and at < $1 - interval '1 day'"
        ),
        ("documents rendered though nobody asked for one", "select count(*) from document_file"),
    ];

    public async Task<List<string>> Faults(
        DateTimeOffset now,
        Customer[] customers,
        SimulatedMail mail
    )
    {
        var faults = new List<string>();
        if (mail.Doubled > 0)
            faults.Add($"{mail.Doubled} mails arrived twice");
        var sent = await Count("select count(*) from mail where status = 'Sent'");
        if (sent != mail.Arrived)
            faults.Add($"{sent} mails are booked as sent, {mail.Arrived} arrived");
        foreach (var (fault, sql) in Questions)
            if (await Count(sql, now) is var count and > 0)
                faults.Add($"{count} {fault}");
        if (await WrongFirstDays(customers) is var wrong and > 0)
            faults.Add($"{wrong} contracts whose first renewal does not follow the ordered period");
        var audit = await grains.LedgerAuditor().Audit();
        if (!audit.Clean)
            faults.Add($"the ledger's audit is not clean: {audit}");
        return faults;
    }

    /// <summary>The first renewal begins where the ordered period ends; a week later where a bonus was taken before.</summary>
    private async Task<int> WrongFirstDays(Customer[] customers)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var began = customers.ToDictionary(c => c.Service.Value);
        await using var command = database.CreateCommand(
            "select service, min(from_day) from renewal_invoice group by service"
        );
        await using var reader = await command.ExecuteReaderAsync();
        var wrong = 0;
        while (await reader.ReadAsync())
        {
            var customer = began[reader.GetString(0)];
            var end = DateOnly
                .FromDateTime(TimeZoneInfo.ConvertTime(customer.Began, zone).DateTime)
                .AddDays(customer.Cycle);
            var first = reader.GetFieldValue<DateOnly>(1);
            if (first != end && first != end.AddDays(7))
                wrong++;
        }
        return wrong;
    }

    public async Task<long> Count(string sql, params object[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 300;
        if (sql.Contains("$1", StringComparison.Ordinal))
            foreach (var parameter in parameters)
                command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
