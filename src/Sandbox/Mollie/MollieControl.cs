using Elizon.Sandbox.Control;
using Elizon.Sandbox.Mollie.Chargebacks;
using Elizon.Sandbox.Mollie.Payments;
using Elizon.Sandbox.Mollie.Webhooks;

namespace Elizon.Sandbox.Mollie;

/// <summary><c>/control/mollie/…</c>: what tests do in the payer's place, and see behind Mollie's back.</summary>
internal static class MollieControl
{
    public static void MapMollieControl(this IEndpointRouteBuilder root)
    {
        var control = root.MapGroup("/control/mollie");
        control.MapGet(
            "/payments",
            (PaymentBook book, MollieLinks links) => Results.Ok(Payments(book, links))
        );
        control.MapPost("/payments/{id}", Decide);
        control.MapPost("/payments/{id}/chargebacks", ChargeBack);
        control.MapPost("/chargebacks/{id}/reverse", Reverse);
        control.MapGet(
            "/webhooks",
            (WebhookQueue queue) => Results.Ok(new WebhooksView(queue.Waiting, queue.History))
        );
    }

    private static object Payments(PaymentBook book, MollieLinks links) =>
        new { payments = book.All.Reverse().Select(payment => PaymentResource.Of(payment, links)) };

    private static IResult ChargeBack(
        string id,
        ChargebackBody body,
        ChargebackBook book,
        ChargebackCalls calls,
        MollieWorker worker
    )
    {
        var chargeback = book.Receive(id, body.Reason);
        worker.Wake();
        return chargeback is null
            ? ControlError.Conflict($"Payment '{id}' is not paid, or nothing of it is left.")
            : Results.Ok(calls.Resource(chargeback));
    }

    private static IResult Reverse(string id, ChargebackBook book, ChargebackCalls calls) =>
        book.Reverse(id) is { } chargeback
            ? Results.Ok(calls.Resource(chargeback))
            : ControlError.Conflict($"There is no chargeback '{id}' that could be reversed.");

    private static IResult Decide(
        string id,
        DecisionBody body,
        PaymentDesk desk,
        MollieLinks links,
        MollieWorker worker
    )
    {
        if (PaymentStatusWords.Parse(body.Status) is not { } status)
            return ControlError.BadRequest(
                "status must be one of paid, failed, canceled, expired, pending, authorized."
            );
        try
        {
            var payment = desk.Decide(
                id,
                new Decision(status, body.Method, body.Country, body.FailureReason)
            );
            worker.Wake();
            return payment is null
                ? ControlError.NotFound($"There is no payment '{id}'.")
                : Results.Ok(PaymentResource.Of(payment, links));
        }
        catch (IllegalTransition illegal)
        {
            return ControlError.Conflict(illegal.Message);
        }
    }
}

internal sealed record DecisionBody(
    string Status,
    string? Method = null,
    string? Country = null,
    string? FailureReason = null
);

/// <param name="Reason">The bank's code, e.g. MD06; may be left out.</param>
internal sealed record ChargebackBody(string? Reason = null);

internal sealed record WebhooksView(
    IReadOnlyList<WebhookDelivery> Waiting,
    IReadOnlyList<WebhookDelivery> Done
);
