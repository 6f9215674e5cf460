using System.Globalization;
using System.Xml.Linq;

namespace Elizon.Grains.Banking.Camt;

/// <summary>Collects the entries of one statement as transactions without identity, and their faults.</summary>
internal sealed class EntryList
{
    private const int MostFaults = 20;
    private readonly List<string> _faults = [];
    private readonly List<EntryPart> _parts = [];
    private int _entries;

    public int Pending { get; private set; }

    public IReadOnlyList<string> Faults => _faults;

    public IReadOnlyList<EntryPart> Parts => _parts;

    public void Add(XElement entry)
    {
        _entries++;
        // .02 writes the word itself, .08 one level deeper.
        var status = entry.Text("Sts", "Cd") ?? entry.Text("Sts");
        if (status is "PDNG" or "INFO" or "FUTR")
        {
            Pending++;
            return;
        }
        if (status != "BOOK")
            Fault($"has the status '{status}'");
        else if (entry.At("Amt").Amount() is not { } amount || entry.IsCredit() is not { } credit)
            Fault("has no amount");
        else if (amount.Currency != "EUR")
            Fault($"is in {amount.Currency}, not in EUR");
        else if (entry.At("BookgDt").Day() is not { } booked)
            Fault("has no booking date");
        else
            AddParts(entry, credit ? amount.Amount : -amount.Amount, booked);
    }

    private void AddParts(XElement entry, Money amount, DateOnly booked)
    {
        XElement[] details = [.. entry.All("NtryDtls").SelectMany(d => d.All("TxDtls"))];
        if (details.Length < 2)
        {
            _parts.Add(new EntryPart(entry, details.FirstOrDefault(), amount, booked, 0));
            return;
        }
        Money?[] amounts = [.. details.Select(d => AmountOf(d, amount))];
        // A batch whose parts the bank does not price is one sum that staff must look at.
        if (amounts.Contains(null))
            _parts.Add(new EntryPart(entry, null, amount, booked, 0));
        else if (Money.Sum(amounts.Select(a => a!.Value)) != amount)
            Fault("is a batch whose parts do not sum to it");
        else
            _parts.AddRange(
                details.Select((d, i) => new EntryPart(entry, d, amounts[i]!.Value, booked, i + 1))
            );
    }

    private static Money? AmountOf(XElement details, Money entry)
    {
        var amount = details.At("Amt").Amount() ?? details.At("AmtDtls", "TxAmt", "Amt").Amount();
        if (amount is not { Currency: "EUR" } euros)
            return null;
        return details.IsCredit() ?? entry > Money.Zero ? euros.Amount : -euros.Amount;
    }

    private void Fault(string what)
    {
        if (_faults.Count < MostFaults)
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"Entry {_entries} {what}."));
    }
}

/// <summary>An entry, or one part of a batch (<paramref name="Index"/> from 1, 0 outside a batch).</summary>
internal sealed record EntryPart(
    XElement Entry,
    XElement? Details,
    Money Amount,
    DateOnly BookedOn,
    int Index
);
