using System.Xml.Linq;

namespace Elizon.Grains.Banking.Camt;

/// <summary>Account, number and balances of a statement; what does not fit becomes a fault.</summary>
internal static class StatementHead
{
    public static BankStatement Complete(XElement head, EntryList entries)
    {
        var iban = head.Text("Acct", "Id", "IBAN") ?? "";
        var opening = BalanceOf(head, "OPBD") ?? BalanceOf(head, "PRCD");
        var closing = BalanceOf(head, "CLBD");
        var transactions = Transactions.Of(iban, entries.Parts);
        return new BankStatement(
            iban,
            head.Text("Id") ?? "",
            opening?.Amount ?? Money.Zero,
            opening?.On ?? default,
            closing?.Amount ?? Money.Zero,
            closing?.On ?? default,
            transactions,
            entries.Pending,
            [.. entries.Faults, .. Faults(head, opening, closing, transactions, entries.Faults)]
        );
    }

    private static IEnumerable<string> Faults(
        XElement head,
        Balance? opening,
        Balance? closing,
        BankTransaction[] transactions,
        IReadOnlyList<string> entryFaults
    )
    {
        if (head.Text("Acct", "Id", "IBAN") is null)
            yield return "The statement names no account (IBAN).";
        if (head.Text("Id") is null)
            yield return "The statement has no id.";
        if (opening is null || closing is null)
        {
            yield return "The statement lacks its opening (OPBD) or closing (CLBD) balance in EUR.";
            yield break;
        }
        var sum = opening.Amount + Money.Sum(transactions.Select(t => t.Amount));
        // Entries with faults of their own are left out of the sum: one thing is said once.
        if (entryFaults.Count == 0 && sum != closing.Amount)
            yield return $"The balances do not add up: {opening.Amount} and the entries give {sum}, not {closing.Amount}.";
    }

    private static Balance? BalanceOf(XElement head, string code)
    {
        // More than one of a kind: intermediate ones. The first opening and the last closing count.
        var all = head.All("Bal").Where(b => b.Text("Tp", "CdOrPrtry", "Cd") == code);
        var balance = code == "CLBD" ? all.LastOrDefault() : all.FirstOrDefault();
        return
            balance.At("Amt").Amount() is { Currency: "EUR" } amount
            && balance.IsCredit() is { } credit
            && balance.At("Dt").Day() is { } on
            ? new Balance(credit ? amount.Amount : -amount.Amount, on)
            : null;
    }

    private sealed record Balance(Money Amount, DateOnly On);
}
