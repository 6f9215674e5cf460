using System.Globalization;
using Elizon.Billing;

namespace Elizon.Grains.Tests.Journeys;

/// <summary>
/// All that came of a journey, a line each, by day: lines and notes of documents, mails, calls to the payment provider, to the
/// panel and to the register of VAT ids. At the end what the clock will bring next, and the balance.
/// Days are the house's.
/// </summary>
internal sealed class Story(Journey journey)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(
        "Europe/Berlin"
    );

    private string[] _told = [];

    private AccountId Account => AccountId.Of(journey.Customer.Id.Value);

    /// <summary>What is new since the last telling, and what is no more as it was told then.</summary>
    public async Task<string[]> Tell()
    {
        var now = await All();
        string[] news =
        [
            .. Without(_told, now).Select(line => $"no more: {line}"),
            .. Without(now, _told),
        ];
        _told = now;
        return
        [
            .. news,
            .. await Ahead(),
            $"balance {await journey.Cluster.Grains.Account(Account).Balance()}",
        ];
    }

    /// <summary>Equal lines count: two mails of a day are told after one.</summary>
    private static List<string> Without(string[] lines, string[] known)
    {
        var left = known.ToList();
        return [.. lines.Where(line => !left.Remove(line))];
    }

    private async Task<string[]> All()
    {
        (DateOnly Day, string Text)[] all =
        [
            .. await Documents(),
            .. await Mails(),
            .. Calls("mollie", journey.Payments.Calls),
            .. Calls("panel", LineDouble.CallsOf(journey.Service)),
            .. Calls("vies", journey.Cluster.VatRegister.Calls),
        ];
        return [.. all.OrderBy(line => line.Day).Select(line => Line(line.Day, line.Text))];
    }

    private async Task<(DateOnly Day, string Text)[]> Documents()
    {
        var reader = journey.Cluster.Grains.InvoiceReader();
        var all = await reader.List(Account, null, OffsetRequest.Of(0, 100));
        var lines = new List<(DateOnly, string)>();
        foreach (var head in all.Items.OrderBy(i => i.CreatedAt).ThenBy(i => i.Number))
        {
            var document = await reader.Find(Account, head.Id);
            foreach (var line in document.Lines)
                lines.Add((head.IssuedOn!.Value, Text(document, line)));
            foreach (var note in document.Notes)
                lines.Add((head.IssuedOn!.Value, $"note: {note}"));
        }
        return [.. lines];
    }

    private static string Text(InvoiceDetail document, InvoiceLineView line)
    {
        var group = document.Taxes.Single(t => t.Rate == line.TaxRate);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{document.Kind} {document.Status}: {line.Quantity} × {line.Name}, {line.Description}, {line.PeriodFrom:yyyy-MM-dd} to {line.PeriodTo:yyyy-MM-dd}: {line.Total} = {line.Net} + {line.Tax} at {group.Category} {group.Rate:0.##} {document.Buyer.Country}"
        );
    }

    /// <summary>As the table keeps them, each found at the mail server under its id and to whom it went.</summary>
    private async Task<(DateOnly Day, string Text)[]> Mails()
    {
        var arrived = journey.Cluster.Mails.All.ToLookup(m => m.Id);
        var mails = new List<(DateOnly, string)>();
        await using var command = journey.Cluster.Database.CreateCommand(
            "select id, template, status, at from mail order by id"
        );
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var to = arrived[reader.GetInt64(0)].Select(m => m.To).ToArray();
            var text = $"mail {reader.GetString(1)}";
            if (
                reader.GetString(2) != "Sent"
                || to is not [var one]
                || one != journey.Customer.Email
            )
                text += $", {reader.GetString(2)} to {string.Join(" and ", to)}";
            mails.Add((DayOf(reader.GetFieldValue<DateTimeOffset>(3)), text));
        }
        return [.. mails];
    }

    private static (DateOnly Day, string Text)[] Calls(
        string whom,
        IReadOnlyList<ProviderCall> calls
    ) => [.. calls.Select(call => (DayOf(call.At), $"{whom} {call.What}"))];

    /// <summary>What is due later; routine looks at a server aside.</summary>
    private async Task<string[]> Ahead()
    {
        var ahead = new List<string>();
        await using var command = journey.Cluster.Database.CreateCommand(
            "select kind, at from due where not routine order by at, kind"
        );
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            ahead.Add(
                $"then {Line(DayOf(reader.GetFieldValue<DateTimeOffset>(1)), reader.GetString(0))}"
            );
        return [.. ahead];
    }

    private static string Line(DateOnly day, string text) =>
        $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {text}";

    private static DateOnly DayOf(DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);
}
