namespace Elizon.Grains.Subscriptions;

/// <summary>
/// Days that are paid at one price. The current period is one; each that is paid ahead is another. Days that were given
/// make the last one longer.
/// </summary>
/// <param name="Until">First day behind it; it begins where the one before ends.</param>
/// <param name="Days">Of the period that <paramref name="List"/> is the price of.</param>
/// <param name="List">Price of such a period for what is held now, as in the catalogue: with the home country's VAT, before discounts.</param>
/// <param name="Period">Its number, which decides on the coupon's share; the order paid the first.</param>
/// <param name="Loyal">It was billed with the loyalty discount.</param>
internal sealed record PaidSpan(DateOnly Until, int Days, Money List, int Period, bool Loyal);
