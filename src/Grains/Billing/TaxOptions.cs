namespace Elizon.Grains.Billing;

/// <summary>What the operator decides about tax, section "Billing:Tax". A tax adviser confirms it before go-live.</summary>
public sealed class TaxOptions
{
    /// <summary>
    /// True: private customers of other EU states pay their own country's rate (One-Stop-Shop). False: the house is below
    /// 10,000 EUR of such sales and has not opted, so its own rate holds (invoicing sheet, section 3).
    /// </summary>
    public bool OneStopShop { get; set; } = true;

    /// <summary>First day of supply for which it holds; before it the home rate. Null: always.</summary>
    public DateOnly? OneStopShopFrom { get; set; }

    /// <summary>The house is a small business: its own country's VAT is not charged (§ 19 UStG). Such a house rarely uses OSS.</summary>
    public bool SmallBusiness { get; set; }

    /// <summary>First day of supply on which that is over: crossing the limit ends it at once. Null: never.</summary>
    public DateOnly? SmallBusinessUntil { get; set; }

    /// <summary>
    /// How many days a "valid" answer proves a VAT id. Within them a register that cannot be asked changes nothing;
    /// after them its owner is taxed as a consumer until it answers again.
    /// </summary>
    public int VatProofDays { get; set; } = 31;

    /// <summary>An order or a renewal has the register asked again when the answer is older than this.</summary>
    public int VatRecheckDays { get; set; } = 1;

    /// <summary>By country code or territory code; what is not named is untaxed.</summary>
    public Dictionary<string, ThirdCountryTax> ThirdCountries { get; set; } = [];
}

/// <summary>What private customers outside the Union's VAT area are charged.</summary>
public enum ThirdCountryTax
{
    /// <summary>Not taxable at home, and nothing is charged for the other country.</summary>
    Untaxed,

    /// <summary>The house is registered there and charges that country's standard rate.</summary>
    LocalRate,

    /// <summary>Nothing is sold there.</summary>
    NotServed,
}
