using System.Globalization;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>Gives a document its place in the year's series; the number is drawn as the commit's last statement.</summary>
internal static class Numbers
{
    /// <param name="answerPath">Where a kept answer shows the number; null for none.</param>
    public static Numbering For(
        InvoiceId id,
        AccountId account,
        InvoiceContent content,
        House house,
        DateTimeOffset now,
        string[]? answerPath
    )
    {
        var prefix = content.Kind.TakesBack()
            ? house.Terms.CorrectionSeries
            : house.Terms.InvoiceSeries;
        var series = string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}-{content.IssuedOn.Year}"
        );
        var text = content.ToText();
        return new Numbering(
            series,
            new DocumentRow(id, series, account, now, content.IssuedOn, content.DueOn, text),
            InvoiceContent.Hash(text),
            answerPath
        );
    }
}
