using System.ComponentModel.DataAnnotations;
using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.ApiKeys;
using Elizon.Billing;
using Elizon.Identity;

namespace Elizon.Api.Billing;

/// <summary>NetPoints of the caller, and what staff do with them.</summary>
public static class PointsEndpoints
{
    public static void MapPoints(this IEndpointRouteBuilder api)
    {
        var points = api.MapGroup("/netpoints").WithTags("Rewards & Addresses");
        points
            .MapGet("", History)
            .User(ApiScopes.BillingRead)
            .AnswersPage<PointsEntryView>("transactions")
            .Answers<PointsView>("netpoints")
            .WithSummary("Aktuellen NetPoints-Stand und Transaktionsverlauf abrufen.");
        points
            .MapPost("/preview", Preview)
            .User(ApiScopes.BillingRead)
            .Answers<PointsPreview>("netpoints")
            .WithSummary("Preview maximum redeemable NetPoints for a given order total.");
        api.MapPost("/admin/accounts/{id}/netpoints", Grant)
            .Staff(StaffRole.Billing)
            .Answers<PointsView>("netpoints")
            .WithTags("Admin: billing")
            .WithSummary(
                "Give a customer NetPoints for a reason, or take them with a negative number."
            );
    }

    private static async Task<IResult> History(
        int? page,
        int? limit,
        Caller caller,
        IGrainFactory grains
    ) =>
        Answer(
            await grains
                .PointsReader()
                .History(AccountId.Of(caller.User.Value), PageRequest.Of(page, limit))
        );

    private static IResult Answer(PointsHistory history) =>
        Reply.Page("transactions", history.Entries, ("netpoints", history.Points));

    private static async Task<IResult> Preview(
        PointsPreviewBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("netpoints", await grains.Account(caller.User).PreviewPoints(body.Total));

    private static async Task<IResult> Grant(
        AccountId id,
        PointsBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "netpoints",
            await grains.Account(id).GrantPoints(body.Points, body.Reason, caller)
        );
}

/// <summary>An order's total in euros.</summary>
public sealed record PointsPreviewBody([property: Range(0, 1_000_000)] Money Total);

/// <summary>Points to give, or to take with a negative number, and why.</summary>
public sealed record PointsBody(int Points, [property: MaxLength(500)] string Reason);
