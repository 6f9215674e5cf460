using Elizon.Grains.Audit;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.SecondBook;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.SecondBook;

/// <summary>
/// The one line of the cluster to the second book: each due time makes one call, stored before it is made, by a worker.
/// It takes the oldest issued document without an entry; while the book is away documents just wait.
/// </summary>
[GrainType("second-book")]
internal sealed class BookGrain(
    [Aggregate] IAggregate<BookState> aggregate,
    BookRecords records,
    IOptions<SecondBookOptions> options,
    TimeProvider clock
) : Grain, IBookInside, IDue
{
    public const string Key = "house";

    private BookState State => aggregate.State;

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task Start()
    {
        if (BookRules.Start(State, options.Value, Now) is { } started)
            await aggregate.Commit(new Change<BookState>(started));
    }

    public Task<BookLine> Line() =>
        Task.FromResult(new BookLine(State.On, State.Since, State.LastError, State.DueAt));

    public async Task Retry(InvoiceId document, Caller by)
    {
        if (!State.On)
            throw SecondBookRefusals.Off();
        var entry = await records.Stuck(document) ?? throw CommonRefusals.NotFound("stuck entry");
        await aggregate.Commit(
            new Change<BookState>(
                State with
                {
                    Again = State.Again.Remove(document).Add(document),
                    NextAt = Now,
                }
            )
                .Erase(entry)
                .Record(AuditRow.Of(by, "secondBook.retried", document))
        );
    }

    public async Task Done(BookResult result)
    {
        if (BookRules.Done(State, result, options.Value.Pause, Now) is { } change)
            await aggregate.Commit(change);
    }

    public async Task Due()
    {
        await Start();
        if (State.DueAt is not { } due || due > Now)
            return;
        if (State.CallingUntil is not null)
        {
            await aggregate.Commit(BookRules.Lost(State, Now));
            return;
        }
        var next = State.Work is null ? await Taken() : State;
        var idle = next.Work is null;
        await aggregate.Commit(
            new Change<BookState>(
                idle ? next with { NextAt = Now + BookRules.Idle } : BookRules.Calling(next, Now)
            )
        );
        if (!idle)
            Call(State.Work!);
    }

    private async Task<BookState> Taken() =>
        await records.Next(State) is { } document ? BookRules.Take(State, document, Now) : State;

    private void Call(BookWork work) =>
        _ = GrainFactory
            .GetGrain<IBookWorker>(0)
            .Do(
                new BookCall(
                    work.Step,
                    work.Document.Id,
                    work.Document.Account,
                    work.Document.Number,
                    work.Document.Customer,
                    work.Voucher,
                    State.Categories
                )
            );
}
