using Elizon.Billing;

namespace Elizon.Grains.Billing.ManualInvoices;

/// <summary>What an invoice by hand may say.</summary>
internal static class ManualLimits
{
    private const int MostLines = 100;
    private const int LongestName = 200;
    private const int LongestDescription = 500;
    private const int MostPieces = 10_000;
    private const int LongestDays = 3_660;
    private const int LatestDue = 90;
    private static readonly Money Highest = Money.Round(1_000_000);

    /// <exception cref="Refusal">Invalid, with every fault named.</exception>
    public static void Check(ManualInvoice invoice)
    {
        string[] faults = [.. Head(invoice), .. invoice.Lines.SelectMany(Line)];
        if (faults.Length > 0)
            throw CommonRefusals.Invalid(faults);
    }

    private static IEnumerable<string> Head(ManualInvoice invoice)
    {
        if (invoice.Lines.Length is 0 or > MostLines)
            yield return $"'lines' has 1 to {MostLines} lines.";
        if (invoice.DueInDays is < 0 or > LatestDue)
            yield return $"'dueInDays' lies between 0 and {LatestDue}.";
        if (invoice is { From: null, Until: not null })
            yield return "'from' must be given with 'until'.";
        if (
            invoice is { From: { } from, Until: { } until }
            && (until < from || until.DayNumber - from.DayNumber > LongestDays)
        )
            yield return $"'until' lies behind 'from', at most {LongestDays} days.";
        // Beyond that a sum could leave what a price may be; no invoice of this trade does.
        if (invoice.Lines.Sum(l => l.UnitPrice.Euros * Math.Max(0, l.Quantity)) > Highest.Euros)
            yield return $"The invoice comes to at most {Highest}.";
    }

    private static IEnumerable<string> Line(ManualLine line, int index)
    {
        var at = $"'lines[{index}]";
        if (string.IsNullOrWhiteSpace(line.Name) || line.Name.Length > LongestName)
            yield return $"{at}.name' has 1 to {LongestName} characters.";
        if (line.Description?.Length > LongestDescription)
            yield return $"{at}.description' has at most {LongestDescription} characters.";
        if (line.Quantity is < 1 or > MostPieces)
            yield return $"{at}.quantity' lies between 1 and {MostPieces}.";
        if (line.UnitPrice <= Money.Zero)
            yield return $"{at}.unitPrice' must be above 0.00.";
    }
}
