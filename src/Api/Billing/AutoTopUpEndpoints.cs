using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Billing;

namespace Elizon.Api.Billing;

/// <summary>Topping up the balance by itself.</summary>
public static class AutoTopUpEndpoints
{
    public static void MapAutoTopUps(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/balance/auto-topup").WithTags("Rechnungen & Zahlung");
        rules
            .MapGet("", List)
            .User("billing:read")
            .Answers<AutoTopUpView[]>("autoTopUps")
            .WithSummary("Get Balance / Auto Topup.");
        rules
            .MapPost("", Create)
            .User("billing:write")
            .Answers<AutoTopUpView>("autoTopUp", StatusCodes.Status201Created)
            .WithSummary("Create or perform Balance / Auto Topup.");
        rules
            .MapPatch("/{id}", Update)
            .User("billing:write")
            .Answers<AutoTopUpView>("autoTopUp")
            .WithSummary("Update Balance / Auto Topup / ID.");
        rules
            .MapDelete("/{id}", Delete)
            .User("billing:write")
            .AnswersSuccess()
            .WithSummary("Delete Balance / Auto Topup / ID.");
    }

    private static async Task<IResult> List(Caller caller, IGrainFactory grains) =>
        Reply.Ok("autoTopUps", await grains.AutoTopUps(caller.User).List());

    private static async Task<IResult> Create(
        AutoTopUpBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Created(
            "autoTopUp",
            await grains
                .AutoTopUps(caller.User)
                .Create(new AutoTopUpTerms(body.Threshold, body.Amount, body.DailyMax), caller)
        );

    private static async Task<IResult> Update(
        AutoTopUpId id,
        AutoTopUpChangeBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "autoTopUp",
            await grains
                .AutoTopUps(caller.User)
                .Update(
                    id,
                    new AutoTopUpChange(body.Threshold, body.Amount, body.DailyMax, body.Enabled),
                    caller
                )
        );

    private static async Task<IResult> Delete(AutoTopUpId id, Caller caller, IGrainFactory grains)
    {
        await grains.AutoTopUps(caller.User).Delete(id, caller);
        return Reply.Ok();
    }
}
