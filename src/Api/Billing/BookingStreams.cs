using Elizon.Api.Replies;
using Elizon.Billing;

namespace Elizon.Api.Billing;

/// <summary>Bookings of a month: each day is fetched when the one before is on its way.</summary>
internal static class BookingStreams
{
    public static async Task<IResult> Month(
        DateOnly month,
        Word<BookingFormat>? format,
        IGrainFactory grains
    )
    {
        var form = format?.Value ?? BookingFormat.Datev;
        var export = grains.BookingExport();
        // Before the answer begins: a refusal still gets its status.
        var head = await export.Head(month, form);
        return Results.Stream(
            output => Write(output, export, head, month, form),
            "text/csv",
            Name(month, form)
        );
    }

    private static async Task Write(
        Stream output,
        IBookingExport export,
        byte[] head,
        DateOnly month,
        BookingFormat format
    )
    {
        await output.WriteAsync(head);
        for (var day = 1; day <= DateTime.DaysInMonth(month.Year, month.Month); day++)
            await output.WriteAsync(
                await export.Day(new DateOnly(month.Year, month.Month, day), format)
            );
    }

    /// <summary>DATEV takes files only by a name of this form.</summary>
    private static string Name(DateOnly month, BookingFormat format) =>
        format == BookingFormat.Datev
            ? $"EXTF_Buchungsstapel_{month:yyyyMM}.csv"
            : $"bookings-{month:yyyy-MM}.csv";
}
