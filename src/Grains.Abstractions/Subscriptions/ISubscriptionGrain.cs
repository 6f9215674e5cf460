using Elizon.Services;

namespace Elizon.Subscriptions;

/// <summary>
/// The contract over one service: what is paid until when, what the next period costs, whether it goes on. Key:
/// <see cref="ServiceId"/>. What spends money or ends the contract is the owner's alone, whatever a grant says (design,
/// section 11).
/// </summary>
[Alias("ISubscriptionGrain")]
public partial interface ISubscriptionGrain : IGrainWithStringKey
{
    /// <exception cref="Refusal">NotFound for strangers and before delivery.</exception>
    [Alias("Show")]
    Task<SubscriptionView> Show(Caller by);

    /// <summary>Ends the contract: with the paid period, or at once, which deletes the server. Nothing is paid back.</summary>
    /// <exception cref="Refusal">Conflict when it has ended.</exception>
    [Alias("Cancel")]
    Task<SubscriptionView> Cancel(bool atOnce, Caller by);

    /// <summary>Takes a cancellation to the end of the period back, until that end.</summary>
    /// <exception cref="Refusal">Conflict when nothing is cancelled, or it has ended.</exception>
    [Alias("Reactivate")]
    Task<SubscriptionView> Reactivate(Caller by);

    /// <summary>Whether renewals are paid by themselves; null keeps a setting.</summary>
    [Alias("SetAutopay")]
    Task<SubscriptionView> SetAutopay(bool? enabled, bool? netPointsFirst, Caller by);

    /// <summary>Whom the next invoices bill, at which address; null: the customer as the profile says. The tax follows it.</summary>
    /// <param name="address">Of the owner's address book. It is read when an invoice is issued, which keeps its own copy.</param>
    /// <exception cref="Refusal">NotFound: no such address.</exception>
    [Alias("SetBillingAddress")]
    Task<SubscriptionView> SetBillingAddress(AddressId? address, Caller by);

    /// <summary>The cycle from the next period on that is not billed yet.</summary>
    /// <param name="days">One of the product's cycles.</param>
    /// <exception cref="Refusal">Invalid: the product has no such cycle.</exception>
    [Alias("SetInterval")]
    Task<SubscriptionView> SetInterval(int days, Caller by);

    /// <summary>What the next period would cost and when it would be. Issues nothing.</summary>
    /// <param name="days">One of the product's cycles; null: the one that holds.</param>
    [Alias("PreviewRenewal")]
    Task<RenewalPreview> PreviewRenewal(int? days, Caller by);

    /// <summary>
    /// Makes the paid time longer: by seven days for nothing (once), by seven days and a tenth off for good (once), or by
    /// the next period, paid from the balance now.
    /// </summary>
    /// <exception cref="Refusal">PaymentRequired, or Conflict when the offer was taken.</exception>
    [Alias("Extend")]
    Task<SubscriptionView> Extend(SubscriptionOffer offer, Caller by);

    /// <summary>The cycles that can be chosen, with today's prices.</summary>
    [Alias("Cycles")]
    Task<CyclePrice[]> Cycles(Caller by);

    /// <summary>A new price per cycle from a period on that starts no sooner than <paramref name="from"/>; the customer is told at once.</summary>
    /// <param name="price">VAT included.</param>
    /// <exception cref="Refusal">Invalid: less than the notice time.</exception>
    [Alias("ChangePrice")]
    Task<SubscriptionView> ChangePrice(Money price, DateOnly from, Caller by);
}

/// <summary>Lists of subscriptions.</summary>
[Alias("ISubscriptionReader")]
public interface ISubscriptionReader : IGrainWithIntegerKey
{
    /// <summary>The caller's own that have not ended.</summary>
    [Alias("List")]
    Task<PageOf<SubscriptionView>> List(PageRequest page, Caller by);

    /// <summary>The contract over what a paid order line brought: it begins with the delivery, whoever asks for it.</summary>
    /// <exception cref="Refusal">PaymentRequired: no such line, or it is not paid. Conflict: not delivered yet.</exception>
    [Alias("OfPaidLine")]
    Task<SubscriptionView> OfPaidLine(PaidLine line, Caller by);
}

/// <summary>The only way to the grains of this feature.</summary>
public static class SubscriptionsGrainFactory
{
    public static ISubscriptionGrain Subscription(this IGrainFactory grains, ServiceId service) =>
        grains.GetGrain<ISubscriptionGrain>(service.Value);

    public static ISubscriptionReader SubscriptionReader(this IGrainFactory grains) =>
        grains.GetGrain<ISubscriptionReader>(0);
}
