using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>How other features ask for money that is collected by mandate, as part of their own commit.</summary>
internal static class Collecting
{
    /// <summary>The intent to collect an invoice. The same invoice and attempt are the same payment for ever.</summary>
    /// <param name="attempt">Counts from 0; the next one only after the last ended.</param>
    /// <param name="description">For the payer's statement; our reference first.</param>
    public static PaymentIntent OfInvoice(
        AccountId account,
        InvoiceId invoice,
        int attempt,
        Money amount,
        string description,
        string locale,
        MandateId? mandate = null
    ) =>
        new(
            NewId.Derived<PaymentId>($"{invoice}/collect", attempt),
            account,
            amount,
            PaymentPurpose.Invoice,
            invoice,
            description,
            locale
        )
        {
            Sequence = PaymentSequence.Recurring,
            Mandate = mandate,
        };

    /// <summary>Starts collecting behind this commit.</summary>
    public static Change<TState> Collect<TState>(this Change<TState> change, PaymentIntent intent)
        where TState : class => change.Send(Address.Of(intent.Id), new CollectPayment(intent));
}
