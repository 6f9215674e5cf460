namespace Elizon.Coupons;

/// <summary>
/// A coupon: its terms and how often it was used. Key: <see cref="CouponCode"/>. Reserve, confirm, release as a stock
/// does: what no order confirms or holds lapses after two minutes, once the account was asked (by message) and knows no
/// such order. Awaits nobody.
/// </summary>
[Alias("ICouponGrain")]
public interface ICouponGrain : IGrainWithStringKey
{
    /// <exception cref="Refusal">Invalid with every fault named; Conflict: the code is taken.</exception>
    [Alias("Create")]
    Task<CouponView> Create(CouponTerms terms, Caller by);

    /// <summary>
    /// Makes the coupon one with these terms, for orders from now on; what was redeemed goes on as agreed. The same terms
    /// change nothing. One that is disabled stays so.
    /// </summary>
    /// <param name="dryRun">Only say what would change.</param>
    /// <exception cref="Refusal">Invalid with every fault named.</exception>
    [Alias("Put")]
    Task<CouponPut> Put(CouponTerms terms, bool dryRun, Caller by);

    /// <summary>Takes it out of use. What was redeemed goes on as agreed. Disabled already: nothing happens.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    [Alias("Disable")]
    Task<CouponView> Disable(Caller by);

    /// <exception cref="Refusal">NotFound.</exception>
    [Alias("Show")]
    Task<CouponView> Show();

    /// <summary>The terms, when this customer could use it now. Takes nothing.</summary>
    /// <exception cref="Refusal">Invalid: unknown; Conflict: not yet, no longer, used up, used by this customer.</exception>
    [Alias("Offer")]
    Task<CouponTerms> Offer(AccountId account);

    /// <summary>Takes one use for an order that is about to be committed by the account.</summary>
    /// <exception cref="Refusal">As <see cref="Offer"/>.</exception>
    [Alias("Reserve")]
    Task Reserve(OrderId order, AccountId account);

    /// <summary>The account did not commit: the use is free again. Unknown orders are ignored.</summary>
    [Alias("Release")]
    Task Release(OrderId order);
}

/// <summary>Lists of coupons for staff. Stateless.</summary>
[Alias("ICouponReader")]
public interface ICouponReader : IGrainWithIntegerKey
{
    /// <summary>The newest first.</summary>
    [Alias("List")]
    Task<PageOf<CouponView>> List(PageRequest page);

    /// <summary>The orders that were paid with it, the newest first.</summary>
    [Alias("Uses")]
    Task<PageOf<CouponUseView>> Uses(CouponCode code, PageRequest page);
}

/// <summary>The only way to the grains of this feature.</summary>
public static class CouponGrainFactory
{
    public static ICouponGrain Coupon(this IGrainFactory grains, CouponCode code) =>
        grains.GetGrain<ICouponGrain>(code.Value);

    public static ICouponReader CouponReader(this IGrainFactory grains) =>
        grains.GetGrain<ICouponReader>(0);
}
