using Elizon.Sandbox.Mollie.Http;

namespace Elizon.Sandbox.Mollie.Payments;

/// <summary>Validation of a create and of an update, field by field as Mollie refuses them.</summary>
internal static class PaymentRequest
{
    private const int MetadataBytes = 1024;
    private const int AddressBytes = 64 * 1024;

    private static readonly string[] CreateFields =
    [
        "amount",
        "description",
        "redirectUrl",
        "cancelUrl",
        "webhookUrl",
        "method",
        "locale",
        "metadata",
        "sequenceType",
        "customerId",
        "mandateId",
        "billingAddress",
        "shippingAddress",
        "lines",
        "restrictPaymentMethodsToCountry",
        "dueDate",
        "captureMode",
        "captureDelay",
        "issuer",
        "billingEmail",
    ];

    private static readonly string[] UpdateFields =
    [
        "description",
        "redirectUrl",
        "cancelUrl",
        "webhookUrl",
        "metadata",
        "method",
        "locale",
        "restrictPaymentMethodsToCountry",
        "dueDate",
        "billingAddress",
        "shippingAddress",
        "lines",
        "billingEmail",
        "issuer",
    ];

    public static Payment Create(MollieCall call, string id)
    {
        var body = new BodyReader(call.Body, CreateFields);
        var amount = body.RequiredAmount();
        var description = body.RequiredText("description");
        var sequence = body.OneOf("sequenceType", SequenceTypes.All) ?? SequenceTypes.OneOff;
        var methods = Methods(body, sequence);
        var redirect = body.Url("redirectUrl");
        if (redirect is null && sequence != SequenceTypes.Recurring)
            throw BodyReader.Missing("redirectUrl");
        RefuseLimits(amount, methods, sequence);
        var method = methods.Length == 1 ? methods[0] : null;
        return new Payment
        {
            Id = id,
            World = call.Access.World,
            Status = PaymentStatus.Open,
            Amount = amount,
            Description = description,
            CreatedAt = call.Now,
            ExpiresAt = PaymentMethods.ExpiryOf(method, call.Now),
            Method = method,
            Methods = methods,
            RedirectUrl = redirect,
            CancelUrl = body.Url("cancelUrl"),
            WebhookUrl = Webhook(body),
            Metadata = body.Json("metadata", MetadataBytes),
            Locale = body.OneOf("locale", Locales.All),
            SequenceType = sequence,
            CustomerId = body.Text("customerId"),
            MandateId = body.Text("mandateId"),
            RestrictToCountry = body.Text("restrictPaymentMethodsToCountry", 2),
            BillingAddress = body.Json("billingAddress", AddressBytes),
            Lines = body.Json("lines", AddressBytes),
        };
    }

    public static Payment Update(MollieCall call, Payment payment)
    {
        var body = new BodyReader(call.Body, UpdateFields);
        var methods = body.Has("method") ? Methods(body, payment.SequenceType) : payment.Methods;
        return payment with
        {
            Description = body.Text("description") ?? payment.Description,
            RedirectUrl = body.Url("redirectUrl") ?? payment.RedirectUrl,
            CancelUrl = body.Has("cancelUrl") ? body.Url("cancelUrl") : payment.CancelUrl,
            WebhookUrl = body.Has("webhookUrl") ? Webhook(body) : payment.WebhookUrl,
            Metadata = body.Has("metadata")
                ? body.Json("metadata", MetadataBytes)
                : payment.Metadata,
            Locale = body.OneOf("locale", Locales.All) ?? payment.Locale,
            Methods = methods,
            Method = methods.Length == 1 ? methods[0] : payment.Method,
            RestrictToCountry =
                body.Text("restrictPaymentMethodsToCountry", 2) ?? payment.RestrictToCountry,
        };
    }

    private static string[] Methods(BodyReader body, string sequence)
    {
        var methods = body.Texts("method");
        if (methods.Any(id => PaymentMethods.Find(id) is null))
            throw MollieProblem.Unprocessable("The payment method is invalid", "method");
        if (sequence == SequenceTypes.First && methods.Any(id => !PaymentMethods.MayBeFirst(id)))
            throw MollieProblem.Unprocessable(
                "The payment method cannot be used for a first payment",
                "method"
            );
        return methods;
    }

    // Every other unreachable host is only found out by trying; this name is refused at once, as at Mollie.
    private static string? Webhook(BodyReader body)
    {
        var text = body.Url("webhookUrl");
        if (text is null)
            return null;
        var url = new Uri(text);
        var host = url.IdnHost.TrimEnd('.');
        if (
            host == "localhost"
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
        )
            throw MollieProblem.Unprocessable(
                "The webhook URL is invalid because it is unreachable from Mollie's point of view",
                "webhookUrl"
            );
        return text;
    }

    private static void RefuseLimits(Amount amount, string[] methods, string sequence)
    {
        var mayBeZero = sequence == SequenceTypes.First && methods is ["creditcard"] or ["paypal"];
        if (amount.Number() == 0 && !mayBeZero)
            throw MollieProblem.Unprocessable("The amount is lower than the minimum", "amount");
        if (amount.Number() > PaymentMethods.MostFor(methods))
            throw MollieProblem.Unprocessable("The amount is higher than the maximum", "amount");
    }
}
