using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.ApiKeys;
using Elizon.Billing;

namespace Elizon.Api.Billing;

/// <summary>Receipts for money that came onto the caller's balance.</summary>
public static class ReceiptEndpoints
{
    public static void MapReceipts(this IEndpointRouteBuilder api)
    {
        var receipts = api.MapGroup("/balance/receipts").WithTags("Billing");
        receipts
            .MapGet("", List)
            .User(ApiScopes.BillingRead)
            .AnswersPage<TopUpReceiptView>("receipts")
            .WithSummary("Receipts for money that came onto the balance, newest first.");
        receipts
            .MapGet("/{id}/document", Document)
            .User(ApiScopes.BillingRead)
            .AnswersMedia("application/pdf")
            .WithSummary("A receipt as PDF. It is no invoice: VAT arises with each invoice.");
    }

    private static async Task<IResult> List(
        int? page,
        int? limit,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "receipts",
            await grains
                .TopUpReceipts()
                .List(AccountId.Of(caller.User.Value), PageRequest.Of(page, limit))
        );

    private static async Task<IResult> Document(
        TopUpReceiptId id,
        Caller caller,
        IGrainFactory grains
    )
    {
        var file = await grains.TopUpReceipts().Document(AccountId.Of(caller.User.Value), id);
        return Results.File(file.Content, file.MediaType, file.Name);
    }
}
