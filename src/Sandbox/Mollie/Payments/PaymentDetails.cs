namespace Elizon.Sandbox.Mollie.Payments;

/// <summary>What Mollie would tell about the payer, made up per method.</summary>
internal static class PaymentDetails
{
    private const string Consumer = "Erika Mustermann";
    private const string Iban = "DE89370400440532013000";
    private const string Bic = "COBADEFFXXX";

    /// <summary>Test mode: these amounts in euros tell why a card failed.</summary>
    private static readonly Dictionary<decimal, string> CardFailures = new()
    {
        [1001] = "invalid_card_number",
        [1002] = "invalid_cvv",
        [1003] = "invalid_card_holder_name",
        [1004] = "card_expired",
        [1005] = "invalid_card_type",
        [1006] = "refused_by_issuer",
        [1007] = "insufficient_funds",
        [1008] = "inactive_card",
        [1009] = "possible_fraud",
        [1010] = "authentication_failed",
        [1011] = "card_declined",
    };

    /// <summary>Why a charge of this amount fails in test mode, or null when it does not.</summary>
    public static string? FailureOf(string method, Amount amount) =>
        method == "creditcard" ? CardFailures.GetValueOrDefault(amount.Number()) : null;

    /// <summary>The card's or the bank's reason of a failed payment.</summary>
    public static string? ReasonIn(Payment payment) =>
        payment.Details?.GetValueOrDefault("failureReason")
        ?? payment.Details?.GetValueOrDefault("bankReasonCode");

    public static IReadOnlyDictionary<string, string?> Of(Payment payment, Decision decision)
    {
        var details = ByMethod(payment);
        if (decision.Status == PaymentStatus.Failed && payment.Method == "creditcard")
        {
            var reason = decision.FailureReason ?? FailureOf(payment.Method, payment.Amount);
            details["failureReason"] = reason ?? "unknown_reason";
            details["failureMessage"] =
                "The payment was declined. Please try another card or payment method.";
        }
        if (decision.Status == PaymentStatus.Failed && payment.Method == "directdebit")
        {
            details["bankReasonCode"] = decision.FailureReason ?? "AM04";
            details["bankReason"] = "The bank refused the collection.";
        }
        return details;
    }

    private static Dictionary<string, string?> ByMethod(Payment payment) =>
        payment.Method switch
        {
            "creditcard" or "applepay" => new()
            {
                ["cardNumber"] = "6787",
                ["cardHolder"] = Consumer,
                ["cardLabel"] = "Mastercard",
                ["cardAudience"] = "consumer",
                ["cardCountryCode"] = payment.CountryCode,
                ["cardFingerprint"] = "fHB3CCKx9REkz8fPplT8N4nq",
                ["cardSecurity"] = "3dsecure",
                ["feeRegion"] = "intra-eu",
            },
            "paypal" => new()
            {
                ["consumerName"] = Consumer,
                ["consumerAccount"] = "erika.mustermann@paypal.example",
                ["paypalReference"] = "9AL35361CF606152E",
                ["paypalPayerId"] = "WDJJHEBZ4X2LY",
            },
            "banktransfer" => new()
            {
                ["bankName"] = "Stichting Mollie Payments",
                ["bankAccount"] = "NL53ABNA0627535577",
                ["bankBic"] = "ABNANL2A",
                ["transferReference"] = $"RF12-{payment.Id[3..]}",
                ["consumerName"] = Consumer,
                ["consumerAccount"] = Iban,
                ["consumerBic"] = Bic,
            },
            null => [],
            _ => new()
            {
                ["consumerName"] = Consumer,
                ["consumerAccount"] = Iban,
                ["consumerBic"] = Bic,
            },
        };
}
