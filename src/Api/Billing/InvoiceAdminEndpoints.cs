using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Identity;

namespace Elizon.Api.Billing;

/// <summary>What staff do with invoices; {id} is an invoice's id or its number.</summary>
public static class InvoiceAdminEndpoints
{
    public static void MapInvoiceAdmin(this IEndpointRouteBuilder api)
    {
        var invoices = api.MapGroup("/admin/invoices").WithTags("Admin: billing");
        invoices
            .MapGet("", List)
            .Staff(StaffRole.Billing)
            .AnswersPage<StaffInvoiceView>("invoices")
            .WithSummary("Invoices of all customers, newest first.");
        invoices
            .MapPost("/{id}/cancel", Cancel)
            .Staff(StaffRole.Billing)
            .Answers<IssuedCorrection>("correction", StatusCodes.Status201Created)
            .WithSummary(
                "Issue a cancellation for all that is left of an invoice. The reason is printed."
            );
        invoices
            .MapPost("/{id}/correct", Correct)
            .Staff(StaffRole.Billing)
            .Answers<IssuedCorrection>("correction", StatusCodes.Status201Created)
            .WithSummary(
                "Issue a correction that takes amounts back from lines. The reason is printed."
            );
        invoices
            .MapPost("/{id}/mark-paid", MarkPaid)
            .Staff(StaffRole.Billing)
            .Answers<InvoiceSummary>("invoice")
            .WithSummary("Book money that came in outside of the platform for an unpaid invoice.");
        invoices
            .MapPost("/{id}/resend", Resend)
            .Staff(StaffRole.Billing)
            .Answers<ResentInvoice>("invoice")
            .WithSummary("Send the mail about an invoice again.");
    }

    private static async Task<IResult> List(
        AccountId? account,
        Word<InvoiceStatus>? status,
        int? page,
        int? limit,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "invoices",
            await grains.InvoiceDesk().List(account, status?.Value, PageRequest.Of(page, limit))
        );

    private static async Task<IResult> Cancel(InvoiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Created("correction", await grains.InvoiceDesk().Cancel(id, caller));

    private static async Task<IResult> Correct(
        InvoiceId id,
        CorrectBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Created("correction", await grains.InvoiceDesk().Correct(id, body.Lines, caller));

    private static async Task<IResult> MarkPaid(
        InvoiceId id,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("invoice", await grains.InvoiceDesk().MarkPaid(id, caller));

    private static async Task<IResult> Resend(InvoiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("invoice", await grains.InvoiceDesk().Resend(id, caller));
}
