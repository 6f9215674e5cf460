using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Banking;

namespace Elizon.Api.Banking;

/// <summary>Paying by bank transfer.</summary>
public static class BankingEndpoints
{
    public static void MapBanking(this IEndpointRouteBuilder api) =>
        api.MapGet("/balance/sepa-details", Details)
            .User("billing:read")
            .Answers<SepaDetailsView>("sepaDetails")
            .WithTags("Rechnungen & Zahlung")
            .WithSummary(
                "Get SEPA bank details (IBAN, BIC) for manual balance top-up via bank transfer. Returns user-specific reference."
            );

    private static async Task<IResult> Details(Caller caller, IGrainFactory grains) =>
        Reply.Ok("sepaDetails", await grains.BankDesk().Details(AccountId.Of(caller.User.Value)));
}
