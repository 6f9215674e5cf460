using System.Globalization;
using Elizon.Sandbox.Mollie.Payments;
using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Mollie.Mandates;

/// <summary>How mandates follow payments: made by a first payment, lost by a refusal of the bank.</summary>
internal sealed class MandateRules(MandateBook book, MollieIds ids)
{
    /// <summary>Bank reasons after which no further collection can succeed.</summary>
    private static readonly HashSet<string> Fatal =
    [
        "AC01",
        "AC04",
        "AC06",
        "MD01",
        "MD07",
        "card_expired",
        "inactive_card",
    ];

    /// <summary>A first payment's mandate: pending with it, valid once it is paid, invalid when it ends otherwise.</summary>
    /// <returns>The payment with its mandate's id.</returns>
    public Payment AfterDecision(StoreChanges changes, Payment payment, DateTimeOffset now)
    {
        if (payment.SequenceType != SequenceTypes.First || payment.CustomerId is not { } customer)
            return payment;
        var status = payment.Status switch
        {
            PaymentStatus.Paid => MandateStatus.Valid,
            PaymentStatus.Pending or PaymentStatus.Authorized => MandateStatus.Pending,
            _ => MandateStatus.Invalid,
        };
        var known = payment.MandateId is { } id ? book.Find(id) : null;
        if (known is null && status == MandateStatus.Invalid)
            return payment;
        var mandate = (known ?? Fresh(payment, customer, now)) with
        {
            Status = status,
            Details = status == MandateStatus.Valid ? payment.Details ?? Nothing : Nothing,
        };
        MandateBook.Put(changes, mandate);
        return payment with { MandateId = mandate.Id };
    }

    /// <summary>Ends the mandate of a failed or charged back collection when the reason says so.</summary>
    public void AfterRefusal(StoreChanges changes, Payment payment, string? reason)
    {
        if (payment.MandateId is { } id && reason is not null && Fatal.Contains(reason))
            if (book.Find(id) is { } mandate)
                MandateBook.Put(changes, mandate with { Status = MandateStatus.Invalid });
    }

    private static readonly IReadOnlyDictionary<string, string?> Nothing =
        new Dictionary<string, string?>();

    private Mandate Fresh(Payment payment, string customer, DateTimeOffset now) =>
        new(
            ids.New("mdt"),
            payment.World,
            customer,
            MethodAfter(payment.Method),
            MandateStatus.Pending,
            Nothing,
            payment.Id,
            now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            now
        );

    // Card and PayPal stay what they are; every bank method turns into direct debit.
    private static string MethodAfter(string? method) =>
        method switch
        {
            "creditcard" or "applepay" => "creditcard",
            "paypal" => "paypal",
            _ => "directdebit",
        };
}
