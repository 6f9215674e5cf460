using Elizon.Billing;
using Npgsql;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>From the columns of an invoice query to views.</summary>
internal static class InvoiceColumns
{
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
