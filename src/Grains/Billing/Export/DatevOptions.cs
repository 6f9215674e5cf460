namespace Elizon.Grains.Billing.Export;

/// <summary>How the house's ledgers are called at the tax adviser's, section "Billing:Datev". The defaults follow SKR 03.</summary>
public sealed class DatevOptions
{
    /// <summary>The adviser's number at DATEV.</summary>
    public int Consultant { get; set; } = 1001;

    /// <summary>The house's number at the adviser's.</summary>
    public int Client { get; set; } = 1;

    /// <summary>"03" or "04".</summary>
    public string Chart { get; set; } = "03";

    /// <summary>Digits of a general ledger account.</summary>
    public int AccountLength { get; set; } = 4;

    /// <summary>
    /// From the beginning of a ledger's name to the account; the longest that fits counts, as in "vat/AT" before "vat".
    /// Revenue and VAT are booked apart: accounts that add VAT by themselves (8400) must not stand here.
    /// </summary>
    public Dictionary<string, string> Accounts { get; set; } =
        new(StringComparer.Ordinal)
        {
            ["bank"] = "1200",
            ["clearing"] = "1360",
            ["balance"] = "1710",
            ["receivable"] = "10000",
            ["goodwill"] = "4630",
            ["damages"] = "2700",
            ["revenue"] = "8200",
            ["vat"] = "1776",
        };

    /// <summary>The account of a ledger; null when none fits.</summary>
    public string? AccountOf(string ledger) =>
        Accounts
            .Where(a => ledger == a.Key || ledger.StartsWith($"{a.Key}/", StringComparison.Ordinal))
            .OrderByDescending(a => a.Key.Length)
            .Select(a => a.Value)
            .FirstOrDefault();
}
