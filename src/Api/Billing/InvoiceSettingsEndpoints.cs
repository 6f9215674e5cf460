using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Billing;

namespace Elizon.Api.Billing;

/// <summary>How the caller wants invoices.</summary>
public static class InvoiceSettingsEndpoints
{
    public static void MapInvoiceSettings(this IEndpointRouteBuilder api)
    {
        var settings = api.MapGroup("/user/invoice-settings").WithTags("Billing");
        settings
            .MapGet("", Show)
            .User("billing:read")
            .Answers<InvoiceSettings>("settings")
            .WithSummary("Where invoices go and what they name.");
        settings
            .MapPut("", Change)
            .User("billing:write")
            .Answers<InvoiceSettings>("settings")
            .WithSummary(
                "Say where invoices go and what they name (a Leitweg-ID or an order number of your own)."
            );
    }

    /// <summary>The same settings under the name that the reference gives those of businesses.</summary>
    public static void MapBusinessBilling(this IEndpointRouteBuilder api)
    {
        var business = api.MapGroup("/business/billing").WithTags("Business");
        business
            .MapGet("", Show)
            .User("billing:read")
            .Answers<InvoiceSettings>("settings")
            .WithSummary("Get the current user's business billing configuration.");
        business
            .MapPost("", Change)
            .User("billing:write")
            .Answers<InvoiceSettings>("settings")
            .WithSummary("Update business billing configuration.");
        business
            .MapDelete("", Reset)
            .User("billing:write")
            .Answers<InvoiceSettings>("settings")
            .WithSummary("Remove/reset business billing configuration.");
    }

    private static async Task<IResult> Reset(Caller caller, IGrainFactory grains) =>
        Reply.Ok(
            "settings",
            await Invoices(caller, grains).ChangeSettings(new InvoiceSettings(), caller)
        );

    private static async Task<IResult> Show(Caller caller, IGrainFactory grains) =>
        Reply.Ok("settings", await Invoices(caller, grains).Settings());

    private static async Task<IResult> Change(
        InvoiceSettingsBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "settings",
            await Invoices(caller, grains)
                .ChangeSettings(new InvoiceSettings(body.Email, body.Reference), caller)
        );

    private static IAccountInvoices Invoices(Caller caller, IGrainFactory grains) =>
        grains.AccountInvoices(AccountId.Of(caller.User.Value));
}
