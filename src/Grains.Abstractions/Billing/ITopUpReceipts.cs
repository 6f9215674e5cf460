namespace Elizon.Billing;

/// <summary>A receipt for money on account. No invoice: VAT arises with each invoice that the balance pays.</summary>
/// <param name="Number">Counts per account, such as GB-7H2KQ9XA3MZP-0001.</param>
/// <param name="Amount">EUR.</param>
/// <param name="Method">How it came: the provider's word such as "ideal", or "banktransfer".</param>
/// <param name="ReceivedAt">When it was booked, UTC.</param>
/// <param name="ReceivedOn">The day of that in the house's zone.</param>
[GenerateSerializer, Immutable, Alias("TopUpReceiptView")]
public sealed record TopUpReceiptView(
    [property: Id(0)] TopUpReceiptId Id,
    [property: Id(1)] string Number,
    [property: Id(2)] Money Amount,
    [property: Id(3)] string Method,
    [property: Id(4)] DateTimeOffset ReceivedAt,
    [property: Id(5)] DateOnly ReceivedOn
);

/// <summary>A customer's receipts, from the record table. Stateless.</summary>
[Alias("ITopUpReceipts")]
public interface ITopUpReceipts : IGrainWithIntegerKey
{
    /// <summary>The newest first.</summary>
    [Alias("List")]
    Task<PageOf<TopUpReceiptView>> List(AccountId account, PageRequest page);

    /// <summary>The receipt as PDF, rendered from what it said when it was made.</summary>
    /// <exception cref="Refusal">NotFound, also for another customer's.</exception>
    [Alias("Document")]
    Task<DocumentFile> Document(AccountId account, TopUpReceiptId id);
}
