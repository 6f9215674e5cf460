using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Identity;

namespace Elizon.Api.Billing;

/// <summary>Invoices that staff writes by hand, and the files of all invoices; {id} is an invoice's id or its number.</summary>
public static class ManualInvoiceEndpoints
{
    public static void MapManualInvoices(this IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").WithTags("Admin: billing");
        admin
            .MapPost("/accounts/{id}/invoices", Write)
            .Staff(StaffRole.Billing)
            .Answers<InvoiceSummary>("invoice", StatusCodes.Status201Created)
            .WithSummary(
                "Write an invoice: a draft without number, which the customer does not see."
            );
        admin
            .MapPut("/invoices/{id}", Rewrite)
            .Staff(StaffRole.Billing)
            .Answers<InvoiceSummary>("invoice")
            .WithSummary("Make a draft by hand another one.");
        admin
            .MapPost("/invoices/{id}/discard", Discard)
            .Staff(StaffRole.Billing)
            .Answers<InvoiceSummary>("invoice")
            .WithSummary("Throw a draft by hand away.");
        admin
            .MapPost("/invoices/{id}/finalise", Finalise)
            .Staff(StaffRole.Billing)
            .Answers<InvoiceSummary>("invoice")
            .WithSummary("Issue a draft by hand: number, document, mail to the customer.");
        admin
            .MapGet("/invoices/{id}/document", Document)
            .Staff(StaffRole.Billing)
            .AnswersMedia("application/pdf")
            .AnswersMedia("application/xml")
            .WithSummary(
                "The file of an invoice, or with format=proforma what a draft would come to."
            );
    }

    private static async Task<IResult> Write(
        AccountId id,
        ManualInvoiceBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Created("invoice", await grains.ManualInvoices(id).Write(body.Invoice, caller));

    private static async Task<IResult> Rewrite(
        InvoiceId id,
        ManualInvoiceBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("invoice", await grains.InvoiceDesk().Rewrite(id, body.Invoice, caller));

    private static async Task<IResult> Discard(InvoiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("invoice", await grains.InvoiceDesk().Discard(id, caller));

    private static async Task<IResult> Finalise(
        InvoiceId id,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("invoice", await grains.InvoiceDesk().Finalise(id, caller));

    private static async Task<IResult> Document(
        InvoiceId id,
        IGrainFactory grains,
        Word<InvoiceFormat>? format
    ) =>
        BillingEndpoints.File(
            await grains.InvoiceDesk().Document(id, format?.Value ?? InvoiceFormat.Pdf)
        );
}
