using Elizon.Billing;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Receipts;

/// <summary>All that a receipt prints: frozen when it is made, kept as text.</summary>
/// <param name="Language">"de" or "en".</param>
/// <param name="Payer">The customer as known then; null when nobody was.</param>
/// <param name="CustomerNumber">The account id.</param>
/// <param name="Method">See <see cref="TopUpReceiptView.Method"/>.</param>
/// <param name="ReceivedOn">Day in the house's zone.</param>
internal sealed record TopUpReceiptContent(
    string Number,
    string Language,
    SellerOptions Seller,
    InvoiceParty? Payer,
    string CustomerNumber,
    string Currency,
    Money Amount,
    string Method,
    DateTimeOffset ReceivedAt,
    DateOnly ReceivedOn
)
{
    public string ToText() => Json.Write(this);

    public static TopUpReceiptContent Parse(string text) => Json.Read<TopUpReceiptContent>(text);
}
