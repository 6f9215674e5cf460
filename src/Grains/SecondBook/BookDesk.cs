using Elizon.SecondBook;
using Orleans.Concurrency;

namespace Elizon.Grains.SecondBook;

[StatelessWorker, GrainType("book-desk")]
internal sealed class BookDesk(BookRecords records) : Grain, IBookDesk
{
    private IBookInside Book =>
        GrainFactory.GetGrain<IBookInside>(GrainId.Create("second-book", BookGrain.Key));

    public async Task<BookStatusView> Status()
    {
        var line = await Book.Line();
        if (!line.On)
            return new BookStatusView(false, 0, null, 0, 0, null, null);
        var (waiting, oldest, booked, problems) = await records.Count(line.Since);
        return new BookStatusView(
            true,
            waiting,
            oldest,
            booked,
            problems,
            line.LastError,
            line.NextCallAt
        );
    }

    public Task<PageOf<BookEntryView>> Entries(bool problems, PageRequest page) =>
        records.List(problems, page);

    public async Task<BookStatusView> Retry(InvoiceId document, Caller by)
    {
        await Book.Retry(document, by);
        return await Status();
    }
}
