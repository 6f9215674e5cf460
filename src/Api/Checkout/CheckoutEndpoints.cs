using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Billing;
using Elizon.Checkout;

namespace Elizon.Api.Checkout;

/// <summary>Carts and orders.</summary>
public static class CheckoutEndpoints
{
    public static void MapCheckout(this IEndpointRouteBuilder api)
    {
        var cart = api.MapGroup("/cart").WithTags("Warenkorb & Checkout");
        cart.MapPost("/calculate", Calculate)
            .User("billing:read")
            .Answers<CartView>("cart")
            .WithSummary(
                "Calculate prices server-side for cart items including upgrade prorata, taxes, and discounts."
            );
        cart.MapPost("/validate", Validate)
            .User("billing:read")
            .Answers<bool>("valid")
            .Answers<UnavailableItem[]>("unavailableItems")
            .WithSummary(
                "Validate cart items for product availability via provider adapter. Returns unavailable items."
            );
        var checkout = api.MapGroup("/checkout").WithTags("Warenkorb & Checkout");
        checkout
            .MapGet("/bootstrap", Bootstrap)
            .User("billing:read")
            .Answers<CheckoutBootstrap>("checkout")
            .WithSummary("Get Checkout / Bootstrap.");
        checkout
            .MapPost("", Checkout)
            .User("billing:write")
            .Answers<InvoiceSummary>("invoice", StatusCodes.Status201Created)
            .Answers<OrderedService[]>("services", StatusCodes.Status201Created)
            .Answers<string>("checkoutUrl", StatusCodes.Status201Created, nullable: true)
            .WithSummary("Checkout durchführen – erstellt eine Rechnung und startet die Zahlung.");
    }

    private static async Task<IResult> Calculate(
        CartBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("cart", await grains.Checkout().Price(body.Cart, caller));

    private static async Task<IResult> Validate(
        CartItemsBody body,
        Caller caller,
        IGrainFactory grains
    ) => Answer(await grains.Checkout().Validate(body.Items, caller));

    private static async Task<IResult> Bootstrap(Caller caller, IGrainFactory grains) =>
        Reply.Ok("checkout", await grains.Checkout().Bootstrap(caller));

    private static async Task<IResult> Checkout(
        CheckoutBody body,
        Caller caller,
        IGrainFactory grains
    ) => Answer(await grains.Checkout().Checkout(body.ToOrder(), caller));

    private static IResult Answer(CartCheck check) =>
        Reply.Ok("valid", check.Valid, ("unavailableItems", check.Unavailable));

    private static IResult Answer(CheckoutResult result) =>
        Reply.Created(
            "invoice",
            result.Invoice,
            ("services", result.Services),
            ("checkoutUrl", result.CheckoutUrl)
        );
}
