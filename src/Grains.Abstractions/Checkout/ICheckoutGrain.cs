using Elizon.Catalog;

namespace Elizon.Checkout;

/// <summary>Carts and orders. Stateless: asks the catalogue, the person, the account and the payment starter, in this order.</summary>
[Alias("ICheckoutGrain")]
public interface ICheckoutGrain : IGrainWithIntegerKey
{
    /// <summary>Prices a cart for this customer without creating anything.</summary>
    /// <exception cref="Refusal">Invalid items, coupon or upgrade, with every fault named; Conflict: more points than count, or an upgrade cannot be had.</exception>
    [Alias("Price")]
    Task<CartView> Price(CartToPrice cart, Caller by);

    /// <summary>As <see cref="Price"/>, of items alone.</summary>
    [Alias("Calculate")]
    Task<CartView> Calculate(CartItem[] items, string? couponCode, Caller by);

    /// <summary>As <see cref="Price"/>, for a coupon that must be there.</summary>
    /// <exception cref="Refusal">Invalid: unknown; Conflict: it does not count for this cart, this customer or this time.</exception>
    [Alias("PreviewCoupon")]
    Task<CartView> PreviewCoupon(CartItem[] items, string code, Caller by);

    /// <summary>Says which items cannot be ordered, and why.</summary>
    [Alias("Validate")]
    Task<CartCheck> Validate(CartItem[] items, Caller by);

    [Alias("Bootstrap")]
    Task<CheckoutBootstrap> Bootstrap(Caller by);

    /// <summary>Orders. The same operation gives the same answer.</summary>
    /// <exception cref="Refusal">Invalid, PaymentRequired, Conflict: nothing was created. ProviderDown: the order stands as a draft, paying it can be tried again.</exception>
    [Alias("Checkout")]
    Task<CheckoutResult> Checkout(CheckoutOrder order, Caller by);
}

/// <summary>The only way to the grains of this feature.</summary>
public static class CheckoutGrainFactory
{
    public static ICheckoutGrain Checkout(this IGrainFactory grains) =>
        grains.GetGrain<ICheckoutGrain>(0);
}

/// <summary>What a checkout refuses.</summary>
public static class CheckoutRefusals
{
    public static Refusal EmptyCart() => CommonRefusals.Invalid("'items' must not be empty.");

    public static Refusal MixedCart() =>
        CommonRefusals.Invalid("'items' are add-ons or products, not both in one cart.");

    public static Refusal TooManyItems(int max) =>
        CommonRefusals.Invalid($"'items' must have at most {max} entries.");

    public static Refusal PriceChanged(Money expected, Money total) =>
        new(
            RefusalKind.Conflict,
            "cart.priceChanged",
            $"The total is {total} EUR, not {expected} EUR. Please look at the cart again."
        );

    public static Refusal TermsChanged(string current) =>
        new(
            RefusalKind.Conflict,
            "terms.changed",
            $"The terms have changed; the current version is '{current}'."
        );

    public static Refusal TooManyDrafts(int max) =>
        new(
            RefusalKind.Conflict,
            "orders.tooManyOpen",
            $"There are {max} unpaid orders already. Pay one of them or let it lapse first."
        );

    public static Refusal PaymentNotStarted(InvoiceId invoice, int? retryAfterSeconds) =>
        new(
            RefusalKind.ProviderDown,
            "payment.providerDown",
            $"The payment provider cannot be reached. The order waits as draft {invoice}: repeat with the same Idempotency-Key, or pay it at /api/invoices/{invoice}/pay.",
            retryAfterSeconds: retryAfterSeconds ?? 10
        );
}
