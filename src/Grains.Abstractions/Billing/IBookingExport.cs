using System.Text.Json.Serialization;

namespace Elizon.Billing;

/// <summary>The ledger for the tax adviser, a day at a time, so that no month is too large. Stateless.</summary>
[Alias("IBookingExport")]
public interface IBookingExport : IGrainWithIntegerKey
{
    /// <summary>What stands before the first day of a month.</summary>
    /// <param name="month">Any day of it.</param>
    /// <exception cref="Refusal">Conflict: a ledger of the month has no account at the adviser's.</exception>
    [Alias("Head")]
    Task<byte[]> Head(DateOnly month, BookingFormat format);

    /// <summary>The bookings of one day of the house's calendar; empty when there are none.</summary>
    [Alias("Day")]
    Task<byte[]> Day(DateOnly day, BookingFormat format);
}

/// <summary>Forms of a booking export.</summary>
[GenerateSerializer, Alias("BookingFormat")]
public enum BookingFormat
{
    /// <summary>DATEV's own format for batches of bookings (EXTF), in its 8-bit character set.</summary>
    [JsonStringEnumMemberName("datev")]
    Datev,

    /// <summary>Every side of every movement, RFC 4180 in UTF-8.</summary>
    [JsonStringEnumMemberName("csv")]
    Csv,
}
