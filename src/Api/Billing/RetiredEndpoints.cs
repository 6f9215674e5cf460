using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Billing;

namespace Elizon.Api.Billing;

/// <summary>Routes that the reference keeps to say that they are gone.</summary>
public static class RetiredEndpoints
{
    private const string Autopay =
        "[DEPRECATED - 410 Gone] User-level autopay has been replaced by per-subscription autopay.";

    public static void MapRetired(this IEndpointRouteBuilder api)
    {
        var autopay = api.MapGroup("/user/autopay").WithTags("Benutzer");
        autopay.MapGet("", Gone).Public().AnswersGone().WithSummary(Autopay);
        autopay.MapPatch("", Gone).Public().AnswersGone().WithSummary(Autopay);
    }

    private static IResult Gone() => throw BillingRefusals.AutopayGone();
}
