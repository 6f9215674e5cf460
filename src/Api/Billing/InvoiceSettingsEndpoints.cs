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
