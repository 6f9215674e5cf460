using System.Text.Json;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Mollie.Http;

namespace Elizon.Sandbox.Mollie.Payments;

/// <summary>A payment as the API shows it.</summary>
internal static class PaymentResource
{
    private const string Profile = "pfl_sandbox";

    public static JsonObject Of(Payment payment, MollieLinks links) =>
        Body(payment).Moneys(payment).Times(payment).With("_links", Links(payment, links));

    private static JsonObject Body(Payment payment)
    {
        var body = new JsonObject
        {
            ["resource"] = "payment",
            ["id"] = payment.Id,
            ["mode"] = payment.World,
            ["status"] = payment.Status.Word(),
            ["amount"] = Hal.Amount(payment.Amount),
            ["description"] = payment.Description,
            ["method"] = payment.Method,
            ["metadata"] = Hal.Copy(payment.Metadata),
            ["profileId"] = Profile,
            ["sequenceType"] = payment.SequenceType,
            ["redirectUrl"] = payment.RedirectUrl,
        };
        if (!payment.IsFinal())
            body["isCancelable"] = payment.Cancelable;
        return body.With("cancelUrl", payment.CancelUrl)
            .With("webhookUrl", payment.WebhookUrl)
            .With("locale", payment.Locale)
            .With("customerId", payment.CustomerId)
            .With("mandateId", payment.MandateId)
            .With("restrictPaymentMethodsToCountry", payment.RestrictToCountry)
            .With("countryCode", payment.CountryCode)
            .With("billingAddress", Hal.Copy(payment.BillingAddress))
            .With("lines", Hal.Copy(payment.Lines))
            .With(
                "details",
                payment.Details is null ? null : JsonSerializer.SerializeToNode(payment.Details)
            );
    }

    private static JsonObject Moneys(this JsonObject body, Payment payment)
    {
        if (payment.Status != PaymentStatus.Paid)
            return body;
        body["amountRefunded"] = Hal.Amount(payment.Amount.With(payment.Refunded));
        body["amountRemaining"] = Hal.Amount(payment.Amount.With(payment.Remaining));
        body["settlementAmount"] = Hal.Amount(payment.Amount);
        if (payment.ChargedBack > 0)
            body["amountChargedBack"] = Hal.Amount(payment.Amount.With(payment.ChargedBack));
        return body;
    }

    private static JsonObject Times(this JsonObject body, Payment payment) =>
        body.With("createdAt", payment.CreatedAt)
            .With("expiresAt", payment.ExpiresAt)
            .With("authorizedAt", payment.AuthorizedAt)
            .With("paidAt", payment.PaidAt)
            .With("failedAt", payment.FailedAt)
            .With("canceledAt", payment.CanceledAt)
            .With("expiredAt", payment.ExpiredAt);

    private static JsonObject Links(Payment payment, MollieLinks links)
    {
        var hal = new JsonObject { ["self"] = Hal.Link(links.Payment(payment.Id)) };
        if (payment.IsPayable())
            hal["checkout"] = Hal.Link(links.Checkout(payment.Id), "text/html");
        if (
            payment.World == "test"
            && (payment.Status == PaymentStatus.Paid || !payment.IsPayable() && !payment.IsFinal())
        )
            hal["changePaymentState"] = Hal.Link(links.Checkout(payment.Id), "text/html");
        hal["dashboard"] = Hal.Link(links.Dashboard, "text/html");
        if (payment.CustomerId is { } customer)
            hal["customer"] = Hal.Link(links.Customer(customer));
        if (payment is { CustomerId: { } owner, MandateId: { } mandate })
            hal["mandate"] = Hal.Link(links.Mandate(owner, mandate));
        if (payment.Refunded > 0)
            hal["refunds"] = Hal.Link($"{links.Payment(payment.Id)}/refunds");
        if (payment.ChargedBack > 0)
            hal["chargebacks"] = Hal.Link($"{links.Payment(payment.Id)}/chargebacks");
        hal["documentation"] = Hal.Link(
            "https://docs.mollie.com/reference/get-payment",
            "text/html"
        );
        return hal;
    }
}
