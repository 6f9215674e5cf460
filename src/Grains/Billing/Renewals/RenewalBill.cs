using Elizon.Addresses;
using Elizon.Billing;
using Elizon.Taxes;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>What a subscription asks its account to charge: one period, once for ever.</summary>
/// <param name="Period">Counts from 1, which the order paid; (service, period) is billed once.</param>
/// <param name="From">First day of the period, in the house's zone.</param>
/// <param name="DueAt">When the period before ends: paid until then, or dunned.</param>
/// <param name="Cycle">Days.</param>
/// <param name="Price">Of the cycle as in the catalogue: with the home country's VAT, before <paramref name="Discount"/>.</param>
/// <param name="DiscountNote">What the discount is, for the invoice's line; null without one.</param>
/// <param name="Autopay">False: the invoice waits for the customer to pay it.</param>
/// <param name="PointsFirst">NetPoints pay before the balance does, where both together cover the bill.</param>
/// <param name="Issue">Counts invoices of this period that were withdrawn before: a contract was cancelled and taken up again.</param>
/// <param name="BillTo">Who is billed, at which address; null: the customer as the profile says.</param>
/// <param name="VatProof">The latest answer about the VAT id of who is billed; null: what the profile knows counts.</param>
/// <param name="AtOnce">Only if the balance covers it; else nothing is issued.</param>
[GenerateSerializer, Immutable, Alias("RenewalBill")]
internal sealed record RenewalBill(
    [property: Id(0)] ServiceId Service,
    [property: Id(1)] int Period,
    [property: Id(2)] DateOnly From,
    [property: Id(3)] DateTimeOffset DueAt,
    [property: Id(4)] int Cycle,
    [property: Id(5)] OrderId Order,
    [property: Id(6)] ProductId Product,
    [property: Id(7)] string ProductName,
    [property: Id(8)] string Name,
    [property: Id(9)] string Location,
    [property: Id(10)] Money Price,
    [property: Id(11)] Money Discount,
    [property: Id(12)] string? DiscountNote,
    [property: Id(13)] bool Autopay,
    [property: Id(14)] bool AtOnce,
    [property: Id(15)] bool PointsFirst,
    [property: Id(16)] int Issue = 0,
    [property: Id(17)] PostalAddress? BillTo = null,
    [property: Id(18)] VatIdProof? VatProof = null
)
{
    public InvoiceId Invoice =>
        NewId.Derived<InvoiceId>(
            Issue == 0 ? $"{Service}/period" : $"{Service}/period/{Issue}",
            Period
        );
}

/// <summary>What became of a bill.</summary>
/// <param name="Paid">False: the invoice is open; the account tells when it is paid or given up.</param>
/// <param name="TakenBack">A document took all of it back before the answer was heard: the period is neither billed nor paid.</param>
[GenerateSerializer, Immutable, Alias("RenewalBilled")]
internal sealed record RenewalBilled(
    [property: Id(0)] InvoiceId Invoice,
    [property: Id(1)] Money Total,
    [property: Id(2)] bool Paid,
    [property: Id(3)] bool TakenBack = false
);

/// <summary>The account's side of renewals. Called by subscriptions only, which the account never awaits.</summary>
[Alias("IRenewalBilling")]
internal interface IRenewalBilling : IGrainWithStringKey
{
    /// <summary>Issues the period's invoice and pays it when the balance covers it. A repeat gives the first answer.</summary>
    /// <exception cref="Refusal">PaymentRequired for a bill that is to be paid at once; nothing was issued.</exception>
    [Alias("Bill")]
    Task<RenewalBilled> Bill(RenewalBill bill);

    /// <summary>What the bill would come to for this customer now. Changes nothing.</summary>
    [Alias("Quote")]
    Task<RenewalQuote> Quote(RenewalBill bill);
}

/// <summary>A bill's amounts.</summary>
/// <param name="TaxRate">Percent.</param>
[GenerateSerializer, Immutable, Alias("RenewalQuote")]
internal sealed record RenewalQuote(
    [property: Id(0)] Money Net,
    [property: Id(1)] Money Tax,
    [property: Id(2)] Money Total,
    [property: Id(3)] decimal TaxRate
);

/// <summary>The only way to it.</summary>
internal static class RenewalBillingFactory
{
    public static IRenewalBilling RenewalBilling(this IGrainFactory grains, UserId owner) =>
        grains.GetGrain<IRenewalBilling>(GrainId.Create("account", owner.Value));
}
