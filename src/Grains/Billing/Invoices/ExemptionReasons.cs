using Elizon.Grains.Billing.Pricing;
using Elizon.Identity;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>The sentence that a document bears instead of tax (§ 14 (4) no. 8, § 14a (5) UStG; invoicing sheet, section 4).</summary>
internal static class ExemptionReasons
{
    /// <summary>Null where tax is charged.</summary>
    public static string? Of(TaxDecision tax, string language)
    {
        var german = language == InvoiceWords.German;
        return tax.Category switch
        {
            "AE" => german
                ? "Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge)"
                : "Reverse charge: the recipient of the service owes the VAT (Steuerschuldnerschaft des Leistungsempfängers)",
            "O" => NotSubject(tax.Evidence.AccountType, german),
            "E" => german
                ? "Steuerfrei nach § 19 UStG (Kleinunternehmer)"
                : "VAT exempt under § 19 UStG (small business)",
            _ => null,
        };
    }

    /// <summary>Where a business is supplied is paragraph 2, where a private person is, 5.</summary>
    private static string NotSubject(AccountType buyer, bool german)
    {
        var paragraph = buyer == AccountType.Business ? 2 : 5;
        return german
            ? $"Nicht im Inland steuerbare sonstige Leistung (§ 3a Abs. {paragraph} UStG)"
            : $"Service not subject to German VAT (§ 3a ({paragraph}) UStG)";
    }
}
