using System.Collections.Immutable;
using Elizon.Grains.Audit;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.SecondBook;

namespace Elizon.Grains.SecondBook;

/// <summary>What follows from a call that was answered, step by step.</summary>
internal static class BookSteps
{
    public static Change<BookState> Next(
        BookState state,
        BookWork work,
        BookResult result,
        DateTimeOffset now
    ) =>
        work.Step switch
        {
            BookStep.Categories => Go(
                state with
                {
                    Categories = result.Categories!.ToImmutableDictionary(),
                    CategoriesAt = now,
                },
                work,
                BookStep.Find
            ),
            BookStep.Find when result.Vouchers is [var found] => Compare(state, work, found, now),
            BookStep.Find when result.Vouchers.Length > 1 => End(
                state,
                Entry(work, BookEntryStatus.Doubled, now) with
                {
                    Error = $"{result.Vouchers.Length} vouchers bear this number.",
                }
            ),
            BookStep.Find => Go(
                state,
                work,
                work.Document is { Business: true, Customer: null }
                    ? BookStep.FindCustomer
                    : BookStep.Add
            ),
            BookStep.FindCustomer when result.Made is null => Go(state, work, BookStep.AddCustomer),
            BookStep.FindCustomer or BookStep.AddCustomer => Known(state, work, result.Made!, now),
            BookStep.Add => Go(state, work with { Voucher = result.Made }, BookStep.Read),
            BookStep.Read => Compare(state, work, result.Vouchers[0], now),
            _ => End(state, Entry(work, BookEntryStatus.Booked, now)),
        };

    public static Change<BookState> Refuse(
        BookState state,
        BookWork work,
        string? reason,
        DateTimeOffset now
    ) =>
        End(
            state,
            Entry(work, BookEntryStatus.Refused, now) with
            {
                Error = $"{work.Step}: {reason}",
            }
        );

    private static Change<BookState> Known(
        BookState state,
        BookWork work,
        string customer,
        DateTimeOffset now
    ) =>
        Go(state, work with { Document = work.Document with { Customer = customer } }, BookStep.Add)
            .Record(new BookContactRow(work.Document.Account, customer, now));

    /// <summary>Totals must be ours to the cent; else it stops here and somebody has to look.</summary>
    private static Change<BookState> Compare(
        BookState state,
        BookWork work,
        BookedVoucher seen,
        DateTimeOffset now
    )
    {
        work = work with { Voucher = seen.Id };
        if (seen.Gross != work.Document.Gross || seen.Tax != work.Document.Tax)
            return Mismatch(state, work, seen, now);
        return seen.HasFile
            ? End(state, Entry(work, BookEntryStatus.Booked, now))
            : Go(state, work, BookStep.Attach);
    }

    private static Change<BookState> Mismatch(
        BookState state,
        BookWork work,
        BookedVoucher seen,
        DateTimeOffset now
    ) =>
        End(
                state,
                Entry(work, BookEntryStatus.Mismatch, now) with
                {
                    SeenGross = seen.Gross,
                    SeenTax = seen.Tax,
                }
            )
            .Record(
                AuditRow.Of(
                    Caller.System(now),
                    "secondBook.mismatch",
                    work.Document.Id,
                    UserId.Of(work.Document.Account.Value),
                    new()
                    {
                        ["number"] = work.Document.Number,
                        ["ours"] = work.Document.Gross.ToString(),
                        ["theirs"] = seen.Gross.ToString(),
                    }
                )
            );

    private static Change<BookState> Go(BookState state, BookWork work, BookStep step) =>
        new(state with { Work = work with { Step = step } });

    private static Change<BookState> End(BookState state, BookEntryRow entry) =>
        new Change<BookState>(state with { Work = null }).Record(entry);

    private static BookEntryRow Entry(BookWork work, BookEntryStatus status, DateTimeOffset now) =>
        new(
            work.Document.Id,
            work.Document.Account,
            work.Document.Number,
            status,
            work.Voucher,
            work.Document.Gross,
            work.Document.Tax,
            null,
            null,
            null,
            now
        );
}
