using System.Text.Json.Serialization;

namespace Elizon.SecondBook;

/// <summary>How the second book stands, for staff. Stateless.</summary>
[Alias("IBookDesk")]
public interface IBookDesk : IGrainWithIntegerKey
{
    [Alias("Status")]
    Task<BookStatusView> Status();

    /// <summary>Newest first; with <paramref name="problems"/> only what needs somebody.</summary>
    [Alias("Entries")]
    Task<PageOf<BookEntryView>> Entries(bool problems, PageRequest page);

    /// <summary>Has a document that got stuck looked up and booked again; audited.</summary>
    /// <exception cref="Refusal">NotFound: it is not stuck. Conflict: the second book is off.</exception>
    [Alias("Retry")]
    Task<BookStatusView> Retry(InvoiceId document, Caller by);
}

/// <summary>The line to the second book.</summary>
/// <param name="Waiting">Issued documents that are not booked yet.</param>
/// <param name="OldestWaiting">When the oldest of them was issued.</param>
/// <param name="Problems">Documents that need somebody.</param>
/// <param name="LastError">Why the last call failed; null when it did not.</param>
/// <param name="NextCallAt">When the next call is made.</param>
[GenerateSerializer, Immutable, Alias("BookStatusView")]
public sealed record BookStatusView(
    [property: Id(0)] bool On,
    [property: Id(1)] long Waiting,
    [property: Id(2)] DateTimeOffset? OldestWaiting,
    [property: Id(3)] long Booked,
    [property: Id(4)] long Problems,
    [property: Id(5)] string? LastError,
    [property: Id(6)] DateTimeOffset? NextCallAt
);

/// <summary>What became of a document in the second book.</summary>
[GenerateSerializer, Alias("BookEntryStatus")]
public enum BookEntryStatus
{
    /// <summary>There, with the same totals and its file.</summary>
    [JsonStringEnumMemberName("booked")]
    Booked,

    /// <summary>The book did not take it.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>There with other totals than ours.</summary>
    [JsonStringEnumMemberName("mismatch")]
    Mismatch,

    /// <summary>There more than once.</summary>
    [JsonStringEnumMemberName("doubled")]
    Doubled,
}

/// <summary>A document in the second book.</summary>
/// <param name="Voucher">Its id there.</param>
/// <param name="SeenGross">What the book says; null when it was not read.</param>
[GenerateSerializer, Immutable, Alias("BookEntryView")]
public sealed record BookEntryView(
    [property: Id(0)] InvoiceId Document,
    [property: Id(1)] string Number,
    [property: Id(2)] BookEntryStatus Status,
    [property: Id(3)] string? Voucher,
    [property: Id(4)] Money? Gross,
    [property: Id(5)] Money? SeenGross,
    [property: Id(6)] string? Error,
    [property: Id(7)] DateTimeOffset At
);
