using Elizon.Catalog;
using Elizon.Grains.Catalog;
using Elizon.Grains.Subscriptions;

namespace Elizon.Grains.Checkout;

/// <summary>
/// Prices add-ons: whole days up to the end of the service's paid time, as a share of the cycle's price. From then on the
/// add-on is a contract of its own, with the cycle that the service had.
/// </summary>
internal static class AddOnOffers
{
    /// <summary>Catalogue prices of add-ons are for so many days.</summary>
    private const int PricedDays = 30;

    /// <param name="place">"items[1]", for faults.</param>
    public static Offer? Of(
        CartItem item,
        string place,
        AddOnBase contract,
        AddOnPrices prices,
        DateOnly today,
        CartFaults faults
    )
    {
        var order = contract.Order;
        var kind = item.AddOn!.Kind;
        var listed = kind == AddOnKind.Address ? prices.Address : prices.Storage;
        if (item.ProductId != order.Product)
            faults.Add($"{place}.productId", $"The service's product is '{order.Product}'.");
        else if (item.BillingCycle != contract.Cycle)
            faults.Add($"{place}.billingCycle", $"Must be {contract.Cycle}, as the service's.");
        else if (item.Quantity is < 1 or > Cart.MostOfOne)
            faults.Add($"{place}.quantity", $"Must be between 1 and {Cart.MostOfOne}.");
        else if (item.Options is not null || item.Name is not null)
            faults.Add(place, "An add-on has neither a name nor options.");
        else if (listed is not { } price)
            faults.Add($"{place}.addOn", "The product has no such add-on.", RefusalKind.NotFound);
        else
            return Priced(
                item,
                contract,
                Money.Round(price.Euros * contract.Cycle / PricedDays),
                kind == AddOnKind.Address ? 1 : prices.StorageStep,
                today
            );
        return null;
    }

    private static Offer Priced(
        CartItem item,
        AddOnBase contract,
        Money price,
        int amount,
        DateOnly today
    )
    {
        var order = contract.Order;
        var days = Math.Max(1, contract.PaidDay.DayNumber - today.DayNumber);
        return new Offer(
            order.Product,
            "",
            item.AddOn!.Kind == AddOnKind.Address
                ? "Zusätzliche Adresse"
                : $"Zusätzlicher Speicher {amount} MiB",
            "",
            contract.Cycle,
            item.Quantity,
            order.Name,
            Money.Round(price.Euros * days / contract.Cycle),
            1,
            null,
            order.Plan,
            new SoldAddOn(order.Id, item.AddOn.Kind, amount, price, contract.PaidDay, contract.At)
        );
    }
}
