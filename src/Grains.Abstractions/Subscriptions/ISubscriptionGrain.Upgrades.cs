namespace Elizon.Subscriptions;

public partial interface ISubscriptionGrain
{
    /// <summary>What the server can be changed to.</summary>
    [Alias("Upgrades")]
    Task<UpgradeOptions> Upgrades(Caller by);

    /// <summary>
    /// What a change would cost now, or by how much it would make the paid time longer, with a quote to order it by.
    /// Changes nothing.
    /// </summary>
    /// <exception cref="Refusal">Invalid: not one of the sizes; Conflict: the contract or the product allows no change.</exception>
    [Alias("QuoteChange")]
    Task<UpgradeQuote> QuoteChange(ResourceWishes wanted, Caller by);

    /// <summary>
    /// Charges a quoted upgrade to the balance and has the provider make it. A quote is charged once, however often it
    /// is sent.
    /// </summary>
    /// <exception cref="Refusal">
    /// PaymentRequired: the balance does not cover it; Conflict: the quote has expired, what it was made for has
    /// changed, or it lowers the size.
    /// </exception>
    [Alias("Upgrade")]
    Task<ContractChange> Upgrade(ChangeOrder order, Caller by);

    /// <summary>Makes a quoted downgrade: the paid time becomes longer, nothing is paid out. Once per quote.</summary>
    [Alias("Downgrade")]
    Task<ContractChange> Downgrade(ChangeOrder order, Caller by);
}
