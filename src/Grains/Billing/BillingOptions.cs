using Elizon.Grains.Billing.Export;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Renewals;

namespace Elizon.Grains.Billing;

/// <summary>The operator's settings of money matters, section "Billing".</summary>
public sealed class BillingOptions
{
    public const string Section = "Billing";

    /// <summary>Who sells; printed on every document.</summary>
    public SellerOptions Seller { get; set; } = new();

    /// <summary>The tax adviser's names for the ledgers.</summary>
    public DatevOptions Datev { get; set; } = new();

    /// <summary>Prefix of invoice numbers; the year follows, as in RE-2026-000001.</summary>
    public string InvoiceSeries { get; set; } = "RE";

    /// <summary>Prefix of correction numbers.</summary>
    public string CorrectionSeries { get; set; } = "RK";

    /// <summary>Where the house sells from, ISO 3166 alpha-2; catalogue prices contain this country's VAT.</summary>
    public string HomeCountry { get; set; } = "DE";

    /// <summary>Days of documents and tax rates are counted in this zone.</summary>
    public string TimeZone { get; set; } = "Europe/Berlin";

    /// <summary>How sales are taxed.</summary>
    public TaxOptions Tax { get; set; } = new();

    /// <summary>EUR.</summary>
    public decimal TopUpMin { get; set; } = 5;

    /// <summary>EUR.</summary>
    public decimal TopUpMax { get; set; } = 1000;

    /// <summary>Money that comes onto a balance is receipted: without VAT, which arises with each invoice.</summary>
    public bool TopUpReceipts { get; set; } = true;

    /// <summary>EUR; the most that staff gives in one go.</summary>
    public decimal CreditMax { get; set; } = 10_000;

    /// <summary>EUR; the most that a customer may have topped up automatically within 24 hours.</summary>
    public decimal AutoTopUpDailyMax { get; set; } = 500;

    /// <summary>How long an unpaid order can be paid and holds its stock.</summary>
    public TimeSpan DraftLife { get; set; } = TimeSpan.FromHours(24);

    /// <summary>After this an unpaid order lapses even when its payment never reported an end.</summary>
    public TimeSpan DraftLimit { get; set; } = TimeSpan.FromDays(21);

    /// <summary>Unpaid orders a customer may have at a time: they hold stock.</summary>
    public int MaxOpenDrafts { get; set; } = 5;

    /// <summary>
    /// Days before a period's end at which the next one's invoice is issued and collected. At most half a cycle. Where
    /// <see cref="DirectDebit"/> needs more, it is more.
    /// </summary>
    public int RenewalLeadDays { get; set; } = 7;

    /// <summary>Days by which a customer hears of a higher price before the first period that costs it (the terms: six weeks).</summary>
    public int PriceNoticeDays { get; set; } = 42;

    public DirectDebitOptions DirectDebit { get; set; } = new();

    public DunningOptions Dunning { get; set; } = new();

    /// <summary>The version of the terms that checkout shows.</summary>
    public string TermsVersion { get; set; } = "2026-11";

    /// <summary>How NetPoints are earned and redeemed.</summary>
    public PointsOptions Points { get; set; } = new();
}

/// <summary>The seller as § 14 (4) UStG wants it named. The defaults are a sample and must be set before anything is sold.</summary>
public sealed class SellerOptions
{
    public const string SampleName = "Elizon Musterhosting GmbH";

    public string Name { get; set; } = SampleName;

    public string Street { get; set; } = "Musterstraße 1";

    public string Zip { get; set; } = "10115";

    public string City { get; set; } = "Berlin";

    public string Country { get; set; } = "DE";

    public string VatId { get; set; } = "DE999999999";

    public string TaxNumber { get; set; } = "27/000/00000";

    public string Email { get; set; } = "rechnung@elizon.example";

    public string Phone { get; set; } = "+49 30 0000000";

    public string Website { get; set; } = "elizon.example";

    /// <summary>Whom buyers ask about an invoice; e-invoices must name somebody.</summary>
    public string Contact { get; set; } = "Rechnungsstelle";

    /// <summary>Register court and number, managing directors (§ 35a GmbHG).</summary>
    public string Register { get; set; } = "Amtsgericht Charlottenburg, HRB 000000 B";

    public string Management { get; set; } = "Geschäftsführung: Erika Mustermann";

    public string BankName { get; set; } = "Musterbank";

    public string Iban { get; set; } = "DE89370400440532013000";

    public string Bic { get; set; } = "COBADEFFXXX";

    /// <summary>Creditor identifier of SEPA direct debits.</summary>
    public string CreditorId { get; set; } = "DE98ZZZ09999999999";
}
