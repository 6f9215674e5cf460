using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Mollie.Payments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Elizon.Sandbox.Mollie.Checkout;

/// <summary>The page that a payer is sent to: a person clicks, a test posts <c>status=…</c>.</summary>
internal static class CheckoutEndpoints
{
    public static void MapCheckout(this IEndpointRouteBuilder root)
    {
        var checkout = root.MapGroup(MollieLinks.CheckoutPath);
        checkout.MapGet("/{id}", Show);
        checkout.MapPost("/{id}", Decide);
    }

    private static IResult Show(string id, PaymentBook book) =>
        book.Find(id) is { } payment
            ? Page(payment)
            : ControlError.NotFound($"There is no payment '{id}'.");

    private static async Task<IResult> Decide(
        HttpContext context,
        string id,
        PaymentDesk desk,
        MollieWorker worker
    )
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (PaymentStatusWords.Parse(form["status"]) is not { } status)
            return ControlError.BadRequest(
                "status must be one of paid, failed, canceled, expired, pending, authorized."
            );
        var decision = new Decision(
            status,
            Text(form, "method"),
            Text(form, "country"),
            Text(form, "failureReason")
        );
        try
        {
            if (desk.Decide(id, decision) is not { } payment)
                return ControlError.NotFound($"There is no payment '{id}'.");
            // The payer leaves first; in the field both arrive in the same second, in either order.
            context.Response.OnCompleted(() =>
            {
                worker.Wake();
                return Task.CompletedTask;
            });
            return new SeeOther(Back(payment));
        }
        catch (IllegalTransition illegal)
        {
            return ControlError.Conflict(illegal.Message);
        }
    }

    private static string Back(Payment payment)
    {
        if (payment.Status == PaymentStatus.Open)
            return $"{MollieLinks.CheckoutPath}/{payment.Id}";
        var back = payment.Status == PaymentStatus.Canceled ? payment.CancelUrl : null;
        return back ?? payment.RedirectUrl ?? $"{MollieLinks.CheckoutPath}/{payment.Id}";
    }

    private static RazorComponentResult<CheckoutPage> Page(Payment payment) =>
        new(new { Payment = CheckoutView.Of(payment) });

    private static string? Text(IFormCollection form, string name) =>
        string.IsNullOrWhiteSpace(form[name]) ? null : form[name].ToString().Trim();
}
