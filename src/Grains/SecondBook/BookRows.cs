using Elizon.Grains.Storage;
using Elizon.SecondBook;

namespace Elizon.Grains.SecondBook;

/// <summary>What became of a document in the second book.</summary>
[Table("book_entry", WriteMode.Upsert)]
internal sealed record BookEntryRow(
    [property: Key] InvoiceId Document,
    AccountId Account,
    string Number,
    BookEntryStatus Status,
    string? Voucher,
    Money? Gross,
    Money? Tax,
    Money? SeenGross,
    Money? SeenTax,
    string? Error,
    DateTimeOffset At
) : Row;

/// <summary>The contact of a business there.</summary>
[Table("book_contact", WriteMode.Upsert)]
internal sealed record BookContactRow(
    [property: Key] AccountId Account,
    string Contact,
    DateTimeOffset At
) : Row;
