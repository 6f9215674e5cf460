using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Billing;
using Elizon.Identity;

namespace Elizon.Api.Billing;

/// <summary>Dunning for staff.</summary>
public static class DunningAdminEndpoints
{
    public static void MapDunningAdmin(this IEndpointRouteBuilder admin)
    {
        var dunning = admin.MapGroup("/dunning").WithTags("Admin: billing");
        dunning
            .MapGet("", Policies)
            .Staff(StaffRole.Billing)
            .Answers<DunningPolicyView[]>("policies")
            .WithSummary("The stages that hold: the house's, then those of single products.");
        dunning
            .MapPost("/simulate", Simulate)
            .Staff(StaffRole.Billing)
            .AnswersPage<DunningForecast>("invoices")
            .WithSummary("What would happen to whom until a day, by a policy. Changes nothing.");
    }

    private static async Task<IResult> Policies(IGrainFactory grains) =>
        Reply.Ok("policies", await grains.DunningDesk().Policies());

    private static async Task<IResult> Simulate(
        SimulateDunningBody body,
        int? page,
        int? limit,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "invoices",
            await grains.DunningDesk().Simulate(body.ToSimulation(), PageRequest.Of(page, limit))
        );
}

/// <summary>What is asked.</summary>
/// <param name="On">The last day looked at.</param>
/// <param name="Stages">Stages to try; the ones that hold when left out.</param>
/// <param name="Product">Only invoices of this product.</param>
public sealed record SimulateDunningBody(
    DateOnly On,
    DunningStageBody[]? Stages = null,
    ProductId? Product = null
)
{
    internal DunningSimulation ToSimulation() =>
        new(
            On,
            Stages is null
                ? null
                :
                [
                    .. Stages.Select(s => new DunningStageView(
                        s.Days,
                        s.Deed,
                        s.Fee ?? Money.Zero
                    )),
                ],
            Product
        );
}

/// <summary>A stage to try.</summary>
/// <param name="Days">Whole days behind the due instant.</param>
/// <param name="Fee">Owed from this stage on, without VAT; none when left out.</param>
public sealed record DunningStageBody(int Days, DunningDeed Deed, Money? Fee = null);
