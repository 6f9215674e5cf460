using System.Xml.Linq;
using Elizon.Billing;

namespace Elizon.Grains.Billing.Invoices.Xml;

/// <summary>Seller, buyer and the references between them (BG-4, BG-7).</summary>
internal static class EInvoiceParties
{
    private const string VatId = "VA";
    private const string TaxNumber = "FC";
    private const string Email = "EM";

    public static XElement Of(InvoiceContent content)
    {
        var vatIds = content.Tax.Category != TaxCategory.NotSubject;
        return Cii.Group(
            "ApplicableHeaderTradeAgreement",
            // XRechnung wants a reference from everybody; who names none is found by the customer number.
            Cii.Text("BuyerReference", content.Buyer.Reference ?? content.CustomerNumber),
            Seller(content.Seller, vatIds),
            Buyer(content, vatIds),
            content.Order is { } order
                ? Cii.Group(
                    "SellerOrderReferencedDocument",
                    Cii.Text("IssuerAssignedID", order.Value)
                )
                : null
        );
    }

    private static XElement Seller(SellerOptions seller, bool vatIds) =>
        Cii.Group(
            "SellerTradeParty",
            Cii.Text("Name", seller.Name),
            // Identifies the seller where no VAT id may stand (BR-CO-26).
            Cii.Group("SpecifiedLegalOrganization", Cii.Text("ID", seller.Register)),
            Cii.Group(
                "DefinedTradeContact",
                Cii.Text("PersonName", seller.Contact),
                Cii.Group(
                    "TelephoneUniversalCommunication",
                    Cii.Text("CompleteNumber", seller.Phone)
                ),
                Cii.Group("EmailURIUniversalCommunication", Cii.Text("URIID", seller.Email))
            ),
            Address(seller.Zip, seller.Street, seller.City, seller.Country),
            Electronic(seller.Email),
            vatIds ? Registration(seller.VatId, VatId) : null,
            Registration(seller.TaxNumber, TaxNumber)
        );

    private static XElement Buyer(InvoiceContent content, bool vatIds)
    {
        var buyer = content.Buyer;
        return Cii.Group(
            "BuyerTradeParty",
            Cii.Text("ID", content.CustomerNumber),
            Cii.Text("Name", buyer.Name),
            buyer.Contact is { Length: > 0 } contact
                ? Cii.Group("DefinedTradeContact", Cii.Text("PersonName", contact))
                : null,
            Address(buyer.Zip, buyer.Street, buyer.City, buyer.Country),
            Electronic(buyer.Email),
            vatIds ? Registration(buyer.VatId, VatId) : null
        );
    }

    private static XElement Address(string zip, string street, string city, string country) =>
        Cii.Group(
            "PostalTradeAddress",
            Cii.Text("PostcodeCode", zip),
            Cii.Text("LineOne", street),
            Cii.Text("CityName", city),
            Cii.Text("CountryID", country)
        );

    private static XElement? Electronic(string? email) =>
        Cii.Id("URIID", email, Email) is { } id ? Cii.Group("URIUniversalCommunication", id) : null;

    private static XElement? Registration(string? id, string scheme) =>
        Cii.Id("ID", id, scheme) is { } element
            ? Cii.Group("SpecifiedTaxRegistration", element)
            : null;
}
