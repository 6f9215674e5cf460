using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Payments;

namespace Elizon.Api.Billing;

/// <summary>Balance and invoices of the caller.</summary>
public static class BillingEndpoints
{
    private const string Tag = "Rechnungen & Zahlung";

    public static void MapBilling(this IEndpointRouteBuilder api)
    {
        api.MapPost("/balance/top-up", TopUp)
            .User("billing:write")
            .Answers<PaymentView>("payment", StatusCodes.Status201Created)
            .WithTags(Tag)
            .WithSummary(
                "Create a Mollie payment link for balance top-up. Min/max amounts configurable via settings. Invoice created only after webhook confirmation."
            );
        var invoices = api.MapGroup("/invoices").WithTags(Tag);
        invoices
            .MapGet("", List)
            .User("billing:read")
            .AnswersSlice<InvoiceView>("invoices")
            .WithSummary("Alle Rechnungen des authentifizierten Benutzers auflisten.");
        invoices
            .MapGet("/download-all", BillingStreams.DownloadAll)
            .User("billing:read")
            .AnswersMedia("application/zip")
            .WithSummary("Download all user's Lexware invoice PDFs as a ZIP archive.");
        invoices
            .MapGet("/{id}", Find)
            .User("billing:read")
            .Answers<InvoiceDetail>("invoice")
            .WithSummary("Einzelne Rechnung mit Positionen abrufen.");
        invoices
            .MapGet("/{id}/document", Document)
            .User("billing:read")
            .AnswersMedia("application/pdf")
            .AnswersMedia("application/xml")
            .WithSummary(
                "Download invoice as a PDF document. Supports Lexware-generated invoices with local caching."
            );
        invoices
            .MapPost("/{id}/pay", Pay)
            .User("billing:write")
            .Answers<InvoiceSummary>("invoice")
            .Answers<OrderedService[]>("services")
            .Answers<string>("checkoutUrl", nullable: true)
            .WithSummary(
                "Create a payment for an invoice. Supports mollie, sepa, guthaben (balance) payment methods. Unsuspends services on successful payment."
            );
    }

    private static async Task<IResult> TopUp(TopUpBody body, Caller caller, IGrainFactory grains) =>
        Reply.Created(
            "payment",
            await grains.PaymentDesk().TopUp(body.Amount, caller, body.SaveMethod)
        );

    private static async Task<IResult> List(
        Caller caller,
        IGrainFactory grains,
        int? offset,
        int? limit,
        Word<InvoiceStatus>? status
    ) =>
        Reply.Slice(
            "invoices",
            await grains
                .InvoiceReader()
                .List(
                    AccountId.Of(caller.User.Value),
                    status?.Value,
                    OffsetRequest.Of(offset, limit)
                )
        );

    private static async Task<IResult> Find(InvoiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("invoice", await grains.InvoiceReader().Find(AccountId.Of(caller.User.Value), id));

    private static async Task<IResult> Document(
        InvoiceId id,
        Caller caller,
        IGrainFactory grains,
        Word<InvoiceFormat>? format
    ) =>
        File(
            await grains
                .InvoiceReader()
                .Document(AccountId.Of(caller.User.Value), id, format?.Value ?? InvoiceFormat.Pdf)
        );

    private static async Task<IResult> Pay(
        InvoiceId id,
        PayBody body,
        Caller caller,
        IGrainFactory grains
    ) => Answer(await grains.PaymentDesk().Pay(id, body.PaymentMethod, caller, body.SaveMethod));

    internal static IResult File(DocumentFile file) =>
        Results.File(file.Content, file.MediaType, file.Name);

    private static IResult Answer(CheckoutResult result) =>
        Reply.Ok(
            "invoice",
            result.Invoice,
            ("services", result.Services),
            ("checkoutUrl", result.CheckoutUrl)
        );
}
