using Elizon.Banking;
using Elizon.Grains.Billing;

namespace Elizon.Grains.Banking;

/// <summary>What a customer needs to pay by transfer.</summary>
internal static class SepaDetails
{
    public static SepaDetailsView Of(AccountId account, SellerOptions seller)
    {
        var reference = PayerReference.Of(account);
        return new SepaDetailsView(
            seller.Name,
            seller.Iban.Replace(" ", "", StringComparison.Ordinal),
            seller.Bic,
            seller.BankName,
            reference,
            PayerReference.InFours(reference),
            "EUR",
            GiroCode.Payload(seller.Name, seller.Iban, seller.Bic, null, reference)
        );
    }
}
