using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Payments;

namespace Elizon.Api.Payments;

/// <summary>A payment, the provider's notices about it, and the page a payer comes back to.</summary>
public static class PaymentEndpoints
{
    public static void MapPayments(this IEndpointRouteBuilder api)
    {
        var payments = api.MapGroup("").WithTags("Payments");
        payments
            .MapGet("/payments/{id}", Show)
            .User("billing:read")
            .Answers<PaymentView>("payment")
            .WithSummary("State of a payment, and where to pay while it can be paid.");
        payments
            .MapGet("/payments/{id}/return", PaymentPages.Return)
            .Public()
            .AnswersMedia("text/html")
            .WithSummary("Where the payment provider sends the payer back to.");
        payments
            .MapPost("/webhooks/mollie", PaymentPages.Notice)
            .Public()
            .NoKey()
            .Limit(3000)
            .AnswersSuccess()
            .WithSummary("Notices of the payment provider.");
    }

    private static async Task<IResult> Show(PaymentId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("payment", await grains.Payment(id).Show(caller));
}
