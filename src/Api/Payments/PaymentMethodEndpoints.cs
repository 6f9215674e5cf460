using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Payments;

namespace Elizon.Api.Payments;

/// <summary>The methods that renewals and automatic top-ups are collected by.</summary>
public static class PaymentMethodEndpoints
{
    public static void MapPaymentMethods(this IEndpointRouteBuilder api)
    {
        var methods = api.MapGroup("/payment-methods").WithTags("Payments");
        methods
            .MapGet("", List)
            .User("billing:read")
            .Answers<PaymentMethodView[]>("paymentMethods")
            .WithSummary("Saved payment methods, with the one that collections use.");
        methods
            .MapPost("", Add)
            .User("billing:write")
            .Answers<PaymentMethodView>("paymentMethod", 201, nullable: true)
            .Answers<PaymentView>("payment", 201, nullable: true)
            .WithSummary(
                "Save a payment method: a bank account at once, a card or PayPal by a payment of 0.00 at the provider's page."
            );
        methods
            .MapPost("/{id}/choose", Choose)
            .User("billing:write")
            .Answers<PaymentMethodView>("paymentMethod")
            .WithSummary("Use this payment method for collections from now on.");
        methods
            .MapDelete("/{id}", Remove)
            .User("billing:write")
            .AnswersSuccess()
            .WithSummary("Revoke a payment method: nothing is collected by it any more.");
    }

    private static async Task<IResult> List(Caller caller, IGrainFactory grains) =>
        Reply.Ok("paymentMethods", await grains.PaymentMethods().List(caller));

    private static async Task<IResult> Add(
        NewMethodBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Answer(
            await grains
                .PaymentMethods()
                .Add(new NewMethod(body.Kind, body.Holder, body.Iban), caller)
        );

    private static async Task<IResult> Choose(MandateId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("paymentMethod", await grains.PaymentMethods().Choose(id, caller));

    private static async Task<IResult> Remove(MandateId id, Caller caller, IGrainFactory grains)
    {
        await grains.PaymentMethods().Remove(id, caller);
        return Reply.Ok();
    }

    private static IResult Answer(AddedMethod added) =>
        Reply.Created("paymentMethod", added.Method, ("payment", added.Payment));
}
