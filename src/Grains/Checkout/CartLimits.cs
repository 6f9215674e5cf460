using Elizon.Catalog;
using Elizon.Checkout;
using Elizon.Grains.Catalog;

namespace Elizon.Grains.Checkout;

/// <summary>How big a cart may be: every piece becomes a service of its own.</summary>
internal static class CartLimits
{
    public const int MaxItems = 20;

    /// <summary>Pieces per item; the catalogue checks it.</summary>
    public const int MaxQuantity = Cart.MostOfOne;

    /// <exception cref="Refusal">Invalid.</exception>
    public static void Check(CartItem[] items) => Check(items.Length);

    /// <exception cref="Refusal">Invalid.</exception>
    public static void Check(CartToPrice cart) =>
        Check(cart.Items.Length + (cart.Upgrades?.Length ?? 0));

    private static void Check(int items)
    {
        if (items == 0)
            throw CheckoutRefusals.EmptyCart();
        if (items > MaxItems)
            throw CheckoutRefusals.TooManyItems(MaxItems);
    }
}
