using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Providers;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Elizon.Grains.SecondBook;

/// <summary>Makes one call and tells the line; when this dies on the way, the line's lease looks up what became of it.</summary>
[StatelessWorker]
internal sealed class BookWorker(
    IInvoiceBook book,
    DocumentRecords documents,
    DocumentFiles files,
    House house,
    IOptions<SecondBookOptions> options
) : Grain, IBookWorker
{
    public async Task Do(BookCall call)
    {
        var result = call.Step switch
        {
            BookStep.Categories => Result(
                call,
                await book.Categories(),
                (r, c) => r with { Categories = c }
            ),
            BookStep.Find => Result(
                call,
                await book.Find(call.Number),
                (r, v) => r with { Vouchers = v }
            ),
            BookStep.Read => Result(
                call,
                await book.Read(call.Voucher!),
                (r, v) => r with { Vouchers = [v] }
            ),
            BookStep.Attach => Result(call, await Attach(call), (r, _) => r),
            BookStep.Add => await Add(call),
            _ => await Customer(call),
        };
        await GrainFactory
            .GetGrain<IBookInside>(GrainId.Create("second-book", BookGrain.Key))
            .Done(result);
    }

    private async Task<BookResult> Add(BookCall call)
    {
        var document = await Document(call);
        var names = options.Value.Categories;
        return Vouchers.Of(document, call, names, house.Terms.HomeCountry) is { } voucher
            ? Result(call, await book.Add(voucher), (r, id) => r with { Made = id })
            : new BookResult(
                call.Step,
                call.Document,
                OutcomeKind.Refused,
                RefusedFor.Rights,
                "A posting category of SecondBook:Categories does not exist in the book."
            );
    }

    private async Task<BookResult> Customer(BookCall call)
    {
        var customer = Vouchers.CustomerOf(await Document(call), call.Account);
        return call.Step == BookStep.AddCustomer
            ? Result(call, await book.AddCustomer(customer), (r, id) => r with { Made = id })
            : Result(
                call,
                await book.FindCustomers(customer),
                (r, ids) => r with { Made = ids.FirstOrDefault() }
            );
    }

    private async Task<Outcome<Nothing>> Attach(BookCall call)
    {
        var file = await files.Get(call.Account, call.Document, InvoiceFormat.Pdf);
        return await book.Attach(call.Voucher!, file.Name, file.Content);
    }

    private async Task<IssuedDocument> Document(BookCall call) =>
        await documents.Find(call.Account, call.Document)
        ?? throw new InvalidOperationException($"Invoice {call.Document} has no document.");

    private static BookResult Result<T>(
        BookCall call,
        Outcome<T> outcome,
        Func<BookResult, T, BookResult> brings
    )
    {
        var result = new BookResult(
            call.Step,
            call.Document,
            outcome.Kind,
            outcome.For,
            outcome.Reason
        );
        return outcome.IsDone ? brings(result, outcome.Value!) : result;
    }
}
