using System.IO.Compression;
using Elizon.Api.Replies;
using Elizon.Billing;

namespace Elizon.Api.Billing;

/// <summary>Files that are too many to hold: each is fetched when the one before is on its way.</summary>
internal static class BillingStreams
{
    /// <summary>All documents of the caller, of one year, or of a range of days, as ZIP.</summary>
    public static async Task<IResult> DownloadAll(
        Caller caller,
        IGrainFactory grains,
        int? year,
        DateOnly? from,
        DateOnly? to,
        Word<InvoiceFormat>? format
    )
    {
        var account = AccountId.Of(caller.User.Value);
        var days = IssuedDays.Of(year, from, to);
        var reader = grains.InvoiceReader();
        // Before the answer begins: a refusal still gets its status.
        var invoices = await reader.Issued(account, days.From, days.To);
        return Results.Stream(
            output => Write(output, reader, account, invoices, format?.Value ?? InvoiceFormat.Pdf),
            "application/zip",
            "invoices.zip"
        );
    }

    private static async Task Write(
        Stream output,
        IInvoiceReader reader,
        AccountId account,
        InvoiceId[] invoices,
        InvoiceFormat format
    )
    {
        using var spool = new ZipSpool();
        using (var zip = new ZipArchive(spool, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var invoice in invoices)
            {
                var file = await reader.Document(account, invoice, format);
                using (var content = zip.CreateEntry(file.Name, CompressionLevel.Fastest).Open())
                    content.Write(file.Content);
                await spool.DrainTo(output);
            }
        await spool.DrainTo(output);
    }
}
