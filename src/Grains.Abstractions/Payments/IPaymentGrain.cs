namespace Elizon.Payments;

/// <summary>One intent to pay over all its attempts. Key: <see cref="PaymentId"/>. The one writer of its outcome.</summary>
[Alias("IPaymentGrain")]
public interface IPaymentGrain : IGrainWithStringKey
{
    /// <exception cref="Refusal">NotFound, also for another customer's payment.</exception>
    [Alias("Show")]
    Task<PaymentView> Show(Caller by);

    /// <summary>With attempts, refunds and chargebacks, for staff.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    [Alias("ShowStaff")]
    Task<StaffPaymentView> ShowStaff(Caller by);

    /// <summary>
    /// The provider says that something happened, or the payer came back: what it is gets read there. Answers once that is
    /// certain to be done; never books anything by itself.
    /// </summary>
    [Alias("Look")]
    Task Look();

    /// <summary>The status word alone, for the page after a payment; null when there is no such payment.</summary>
    [Alias("Status")]
    Task<string?> Status();
}

/// <summary>Takes the notices of the payment provider. Stateless.</summary>
[Alias("IPaymentNotices")]
public interface IPaymentNotices : IGrainWithIntegerKey
{
    /// <summary>A notice names the provider's payment and nothing else; unknown ones are looked up later.</summary>
    [Alias("Received")]
    Task Received(string providerPayment);
}

/// <summary>What payments refuse, one sentence each.</summary>
public static class PaymentRefusals
{
    public static Refusal NotReachable() =>
        new(
            RefusalKind.ProviderDown,
            "payment.providerDown",
            "The payment provider cannot be reached right now. Nothing was charged; try again in a moment.",
            retryAfterSeconds: 15
        );

    public static Refusal NotAccepted() =>
        new(
            RefusalKind.Conflict,
            "payment.notAccepted",
            "The payment provider does not accept this payment."
        );

    public static Refusal NoMethod() =>
        new(
            RefusalKind.Conflict,
            "paymentMethod.none",
            "No payment method is saved that can be used without you. Save one first."
        );

    public static Refusal MethodRefused() =>
        new(
            RefusalKind.Invalid,
            "paymentMethod.refused",
            "The payment provider does not accept this account.",
            ["'iban' and 'holder' must name an account that can be debited."]
        );

    public static Refusal MoreThanPaid(Money left) =>
        new(
            RefusalKind.Conflict,
            "refund.moreThanPaid",
            $"At most {left} EUR of this payment can be refunded."
        );

    public static Refusal AlreadyOnBalance() =>
        new(
            RefusalKind.Conflict,
            "refund.alreadyOnBalance",
            "This payment is on the balance already; it can only be refunded to its method."
        );

    public static Refusal TooManyToReconcile() =>
        new(
            RefusalKind.Conflict,
            "payments.tooMany",
            "The provider has too many payments in these days for one go. Take fewer days."
        );
}
