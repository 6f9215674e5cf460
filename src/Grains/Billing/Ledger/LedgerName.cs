using System.Globalization;

namespace Elizon.Grains.Billing.Ledger;

/// <summary>
/// Names of the ledgers. Each entry also names the customer, so a house ledger is a sum over rows, never a row that
/// customers share.
/// </summary>
internal static class LedgerName
{
    /// <summary>What the house owes the customer: the balance.</summary>
    public const string Balance = "balance";

    /// <summary>What the customer owes the house for issued documents.</summary>
    public const string Receivable = "receivable";

    /// <summary>What the customer owes for being dunned: beside invoices, which say nothing of it.</summary>
    public const string Fees = "receivable/dunning";

    /// <summary>Damages of the house, outside the scope of VAT.</summary>
    public const string Damages = "damages/dunning";

    /// <summary>Money at the payment provider that is not paid out yet.</summary>
    public const string Mollie = "clearing/mollie";

    /// <summary>Set aside for refunds that the provider has not made yet.</summary>
    public const string Refunds = "clearing/refunds";

    /// <summary>Money on the house's bank account that customers sent or got.</summary>
    public const string Bank = "bank";

    /// <summary>Balance on its way out by transfer: owed until the bank is done.</summary>
    public const string Payouts = "clearing/payouts";

    /// <summary>Money that came in outside of the platform, as staff says.</summary>
    public const string ByHand = "clearing/by-hand";

    /// <summary>From a correction to the invoice it corrects; always zero in sum.</summary>
    public const string SetOff = "clearing/set-off";

    /// <summary>Gifts of the house, and money taken back.</summary>
    public const string Goodwill = "goodwill";

    public static string Revenue(string country, decimal rate) => $"revenue/{country}/{Text(rate)}";

    public static string Vat(string country, decimal rate) => $"vat/{country}/{Text(rate)}";

    private static string Text(decimal rate) => rate.ToString("0.##", CultureInfo.InvariantCulture);
}
