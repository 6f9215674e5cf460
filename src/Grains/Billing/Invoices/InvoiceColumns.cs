using Elizon.Billing;
using Npgsql;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>From the columns of an invoice query to views.</summary>
internal static class InvoiceColumns
{
    /// <summary>$2 today; one row per invoice, draft or issued. The caller says which.</summary>
    public const string Select = """
        select i.id, d.number, i.kind, invoice_status(d.id is not null, c.corrected, i.total, a.paid, d.due_on, $2) as status,
          i.net, i.tax, i.total, a.paid, i.created_at, d.issued_on, d.due_on,
          case when d.id is null then i.payable_until end as payable_until, i.corrects
        from invoice i
        left join invoice_document d on d.id = i.id
        cross join lateral (select coalesce(sum(amount), 0)::bigint as paid from allocation where invoice = i.id) a
        cross join lateral (select exists (select 1 from invoice k where k.corrects = i.id) as corrected) c
        """;

    /// <summary>How many columns an invoice has; what a query adds comes after them.</summary>
    public const int Count = 13;

    public static InvoiceView Read(NpgsqlDataReader row) =>
        new(
            InvoiceId.Of(row.GetString(0)),
            row.IsDBNull(1) ? null : row.GetString(1),
            Enum.Parse<InvoiceKind>(row.GetString(2)),
            Enum.Parse<InvoiceStatus>(row.GetString(3)),
            new Money(row.GetInt64(4)),
            new Money(row.GetInt64(5)),
            new Money(row.GetInt64(6)),
            new Money(row.GetInt64(7)),
            "EUR",
            row.GetFieldValue<DateTimeOffset>(8),
            row.IsDBNull(9) ? null : row.GetFieldValue<DateOnly>(9),
            row.IsDBNull(10) ? null : row.GetFieldValue<DateOnly>(10),
            row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11),
            row.IsDBNull(12) ? null : InvoiceId.Of(row.GetString(12))
        );

    public static InvoiceDetail Detail(NpgsqlDataReader row)
    {
        var content = InvoiceContent.Parse(row.GetString(Count));
        var corrections = row.GetFieldValue<string[]>(Count + 1);
        return new InvoiceDetail(Read(row))
        {
            Lines = [.. content.Lines.Select(l => LineOf(l, content.Tax.Rate))],
            Taxes =
            [
                .. content.Taxes.Select(t => new TaxGroupView(
                    t.Category,
                    t.Rate,
                    t.Sum.Net,
                    t.Sum.Tax
                )),
            ],
            Buyer = content.Buyer,
            Notes = content.Reason is { } reason ? [reason] : [],
            Corrections = [.. corrections.Select(InvoiceId.Of)],
        };
    }

    private static InvoiceLineView LineOf(ContentLine line, decimal rate) =>
        new(
            line.Position,
            line.Name,
            line.Description,
            line.Quantity,
            line.UnitPrice,
            rate,
            line.Sum.Net,
            line.Sum.Tax,
            line.Sum.Gross,
            line.PeriodFrom,
            line.PeriodTo
        );
}
