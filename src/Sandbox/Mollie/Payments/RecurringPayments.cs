using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Mollie.Customers;
using Elizon.Sandbox.Mollie.Http;
using Elizon.Sandbox.Mollie.Mandates;

namespace Elizon.Sandbox.Mollie.Payments;

/// <summary>Payments without a payer present: which mandate they use, and how and when they end.</summary>
internal sealed class RecurringPayments(
    CustomerBook customers,
    MandateBook mandates,
    FaultBoard faults
)
{
    /// <summary>Card and PayPal are decided at once, a direct debit after some days at the bank.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AtTheBank = TimeSpan.FromDays(5);

    /// <exception cref="MollieProblem">422 for an unknown customer, or one without a usable mandate.</exception>
    public Payment Prepare(MollieCall call, Payment payment)
    {
        if (payment.CustomerId is { } id && customers.Find(id, call.Access.World) is null)
            throw MollieProblem.Unprocessable("The customer id is invalid", "customerId");
        if (payment.SequenceType == SequenceTypes.OneOff)
            return payment;
        if (payment.CustomerId is null)
            throw BodyReader.Missing("customerId");
        return payment.SequenceType == SequenceTypes.Recurring ? Begin(payment, call.Now) : payment;
    }

    private Payment Begin(Payment payment, DateTimeOffset now)
    {
        var mandate = MandateFor(payment);
        var fails = faults.Take(
            MollieSimulator.SimulatorName,
            MollieFaults.RecurringFails,
            payment.CustomerId
        );
        var reason = fails?.Value ?? PaymentDetails.FailureOf(mandate.Method, payment.Amount);
        var outcome = fails is null && reason is null ? PaymentStatus.Paid : PaymentStatus.Failed;
        var after = mandate.Method == "directdebit" ? AtTheBank : AtOnce;
        return payment with
        {
            Status = PaymentStatus.Pending,
            Method = mandate.Method,
            MandateId = mandate.Id,
            Details = mandate.Details,
            ExpiresAt = null,
            Planned = new PlannedOutcome(now + after, outcome, reason),
        };
    }

    private Mandate MandateFor(Payment payment)
    {
        var usable = mandates
            .Of(payment.CustomerId!)
            .Where(mandate => mandate.Status != MandateStatus.Invalid)
            .Where(mandate =>
                payment.Methods.Length == 0 || payment.Methods.Contains(mandate.Method)
            )
            .ToList();
        if (payment.MandateId is { } id)
            return usable.Find(mandate => mandate.Id == id)
                ?? throw MollieProblem.Unprocessable("The mandate id is invalid", "mandateId");
        return usable.LastOrDefault(mandate => mandate.Status == MandateStatus.Valid)
            ?? (usable.Count > 0 ? usable[^1] : null)
            ?? throw MollieProblem.Unprocessable(
                "No suitable mandates found for the customer",
                "customerId"
            );
    }
}
