using Elizon.Billing;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Receipts;

/// <summary>A receipt; append-only.</summary>
/// <param name="Effect">The movement that brought the money: each is receipted once.</param>
/// <param name="Content">See <see cref="TopUpReceiptContent"/>.</param>
[Table("top_up_receipt")]
internal sealed record TopUpReceiptRow(
    TopUpReceiptId Id,
    AccountId Account,
    string Number,
    string Effect,
    Money Amount,
    string Method,
    DateTimeOffset ReceivedAt,
    DateOnly ReceivedOn,
    string Content
) : Row;
