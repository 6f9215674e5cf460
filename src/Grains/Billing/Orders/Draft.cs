using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Pricing;
using Elizon.Payments;

namespace Elizon.Grains.Billing.Orders;

/// <summary>An order that waits for its payment; its invoice has no number yet.</summary>
/// <param name="PayableUntil">Until then a payment can be started or repeated.</param>
/// <param name="GiveUpAt">Lapses at the latest, even when its payment never reported an end.</param>
/// <param name="Payment">The payment in flight; null when the last one ended.</param>
/// <param name="Attempt">Counts payments; each has its own id, so a late end of an earlier one is told apart.</param>
internal sealed record Draft(
    Order Order,
    DateTimeOffset PayableUntil,
    DateTimeOffset GiveUpAt,
    PaymentId? Payment,
    int Attempt
)
{
    /// <summary>Points that it holds; they go back with the end they had when it lapses.</summary>
    public ImmutableArray<PointLot> Points { get; init; } = [];

    private static readonly TimeSpan RetryTime = TimeSpan.FromHours(1);

    /// <summary>A reservation lives as long as its payment can still become paid (design, section 11).</summary>
    [JsonIgnore]
    public DateTimeOffset LapsesAt => Payment is null ? PayableUntil : GiveUpAt;

    public static Draft Of(Order order, BillingOptions terms) =>
        new(order, order.PlacedAt + terms.DraftLife, order.PlacedAt + terms.DraftLimit, null, 0);

    /// <summary>The payment in flight, or the next one.</summary>
    public Draft WithPayment() =>
        this with
        {
            Payment = Payment ?? NewId.Derived<PaymentId>(Order.Invoice.Value, Attempt),
        };

    /// <summary>The payment in flight ended: there is time to try again, even when it took long to end.</summary>
    public Draft WithoutPayment(DateTimeOffset now)
    {
        var again = now + RetryTime < GiveUpAt ? now + RetryTime : GiveUpAt;
        return this with
        {
            Payment = null,
            Attempt = Attempt + 1,
            PayableUntil = again > PayableUntil ? again : PayableUntil,
        };
    }

    /// <summary>What is to be paid at the provider for the payment in flight.</summary>
    public PaymentIntent ToIntent(House house) =>
        new(
            Payment!.Value,
            Order.Account,
            Order.ToPay,
            PaymentPurpose.Invoice,
            Order.Invoice,
            $"{Order.Id} {house.Terms.Seller.Name}",
            Order.Buyer.Locale
        );
}
