using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Identity;
using Elizon.Subscriptions;

namespace Elizon.Api.Subscriptions;

/// <summary>New prices of whole products, for staff.</summary>
public static class PriceChangeEndpoints
{
    public static void MapPriceChangesAdmin(this IEndpointRouteBuilder admin)
    {
        var changes = admin.MapGroup("/price-changes").WithTags("Admin: subscriptions");
        changes
            .MapGet("", List)
            .Staff(StaffRole.Billing)
            .AnswersPage<PriceChangeView>("priceChanges")
            .WithSummary("New prices of products and how far they were carried out, newest first.");
        changes
            .MapPost("", Announce)
            .Staff(StaffRole.Billing)
            .Answers<PriceChangeView>("priceChange", StatusCodes.Status201Created)
            .WithSummary(
                "A new price for all running contracts of a product and cycle from a day on; customers are told."
            );
        changes
            .MapPost("/preview", Preview)
            .Staff(StaffRole.Billing)
            .Answers<PriceChangeView>("priceChange")
            .WithSummary("Whom such a new price would touch. Changes nothing.");
        changes
            .MapGet("/{id}", Show)
            .Staff(StaffRole.Billing)
            .Answers<PriceChangeView>("priceChange")
            .WithSummary("One new price with its progress.");
    }

    private static async Task<IResult> List(int? page, int? limit, IGrainFactory grains) =>
        Reply.Page(
            "priceChanges",
            await grains.PriceChangeDesk().List(PageRequest.Of(page, limit))
        );

    private static async Task<IResult> Announce(
        PriceChangeBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Created("priceChange", await grains.PriceChangeDesk().Announce(body.Terms, caller));

    private static async Task<IResult> Preview(PriceChangeBody body, IGrainFactory grains) =>
        Reply.Ok("priceChange", await grains.PriceChangeDesk().Preview(body.Terms));

    private static async Task<IResult> Show(PriceChangeId id, IGrainFactory grains) =>
        Reply.Ok("priceChange", await grains.PriceChangeDesk().Show(id));
}
