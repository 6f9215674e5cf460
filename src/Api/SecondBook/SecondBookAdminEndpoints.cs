using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Identity;
using Elizon.SecondBook;

namespace Elizon.Api.SecondBook;

/// <summary>The operator's bookkeeping program beside ours.</summary>
public static class SecondBookAdminEndpoints
{
    public static void MapSecondBookAdmin(this IEndpointRouteBuilder admin)
    {
        var book = admin.MapGroup("/second-book").WithTags("Admin: second book");
        book.MapGet("", Status)
            .Staff(StaffRole.Billing)
            .Answers<BookStatusView>("secondBook")
            .WithSummary("How the second book stands: what waits, what is booked, what is stuck.");
        book.MapGet("/entries", Entries)
            .Staff(StaffRole.Billing)
            .AnswersPage<BookEntryView>("entries")
            .WithSummary(
                "Documents in the second book, newest first; with problems only stuck ones."
            );
        book.MapPost("/entries/{id}/retry", Retry)
            .Staff(StaffRole.Billing)
            .Answers<BookStatusView>("secondBook")
            .WithSummary("Look up and book a stuck document again.");
    }

    private static async Task<IResult> Status(IGrainFactory grains) =>
        Reply.Ok("secondBook", await grains.BookDesk().Status());

    private static async Task<IResult> Entries(
        bool? problems,
        int? page,
        int? limit,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "entries",
            await grains.BookDesk().Entries(problems ?? false, PageRequest.Of(page, limit))
        );

    private static async Task<IResult> Retry(InvoiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("secondBook", await grains.BookDesk().Retry(id, caller));
}
