using System.Globalization;
using System.Xml.Linq;

namespace Elizon.Grains.Banking.Camt;

/// <summary>From entries to transactions that keep their id however often, and in whichever file, the bank tells them.</summary>
internal static class Transactions
{
    private static readonly string[] NoReference = ["NONREF", "NOTPROVIDED", "NOREF"];

    public static BankTransaction[] Of(string account, IReadOnlyList<EntryPart> parts)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. parts.Select(part =>
            {
                var transaction = Read(account, part);
                var key = KeyOf(account, part, transaction);
                // Equal ones of one statement are real: two transfers of the same day and sum.
                var nr = seen[key] = seen.GetValueOrDefault(key) + 1;
                return transaction with { Id = NewId.Derived<BankTransactionId>(key, nr) };
            }),
        ];
    }

    /// <summary>
    /// The bank's reference with day and amount, because banks use references again; where there is none, all that tells
    /// one transfer from another.
    /// </summary>
    private static string KeyOf(string account, EntryPart part, BankTransaction t)
    {
        string?[] fields = t.Reference is { } reference
            ?
            [
                reference,
                part.Details.Text("Refs", "TxId"),
                part.Index.ToString(CultureInfo.InvariantCulture),
            ]
            :
            [
                t.ValuedOn?.ToString("O", CultureInfo.InvariantCulture),
                t.OtherIban,
                t.Text,
                t.EndToEndId,
                t.CreditorReference,
            ];
        return string.Join('\n', ["bank", account, $"{t.BookedOn:O}", $"{t.Amount}", .. fields]);
    }

    private static BankTransaction Read(string account, EntryPart part)
    {
        var (entry, details, amount, booked, _) = part;
        var (name, iban) = Other(account, details, amount);
        return new BankTransaction(
            default,
            amount,
            booked,
            entry.At("ValDt").Day(),
            Given(details.Text("Refs", "EndToEndId")),
            Given(details.Text("Refs", "AcctSvcrRef")) ?? Given(entry.Text("AcctSvcrRef")),
            Cut(name, 140),
            iban,
            Cut(TextOf(entry, details), 2000) ?? "",
            Cut(ReferenceOf(details), 35),
            ReturnOf(entry, details)
        );
    }

    private static string? Given(string? reference) =>
        reference is null || NoReference.Contains(reference, StringComparer.OrdinalIgnoreCase)
            ? null
            : Cut(reference, 70);

    /// <summary>Who is not us: payer of a credit, payee of a debit; a return may name both the old way round.</summary>
    private static (string? Name, string? Iban) Other(
        string account,
        XElement? details,
        Money amount
    )
    {
        var parties = details.At("RltdPties");
        string[] roles = amount > Money.Zero ? ["Dbtr", "Cdtr"] : ["Cdtr", "Dbtr"];
        foreach (var role in roles)
        {
            var iban = parties.Text($"{role}Acct", "Id", "IBAN");
            if (Iban.TryParse(iban, out var known) && known.Value != account)
                return (NameOf(parties, role), known.Value);
        }
        return (NameOf(parties, roles[0]), null);
    }

    private static string? NameOf(XElement? parties, string role) =>
        parties.Text(role, "Pty", "Nm") ?? parties.Text(role, "Nm");

    private static string TextOf(XElement entry, XElement? details)
    {
        string[] written = [.. details.At("RmtInf").All("Ustrd").Select(u => u.Value)];
        return written.Length > 0
            ? string.Join('\n', written)
            : details.Text("AddtlTxInf") ?? entry.Text("AddtlNtryInf") ?? "";
    }

    private static string? ReferenceOf(XElement? details) =>
        details
            .At("RmtInf")
            .All("Strd")
            .Select(s => s.Text("CdtrRefInf", "Ref"))
            .FirstOrDefault(r => r is not null);

    private static string? ReturnOf(XElement entry, XElement? details) =>
        details.At("RtrInf") is { } returned
            ? Cut(returned.Text("Rsn", "Cd") ?? returned.Text("Rsn", "Prtry"), 35) ?? "return"
        : entry.Text("RvslInd") is "true" or "1" ? "return"
        : null;

    private static string? Cut(string? text, int most) =>
        text is null ? null
        : text.Length > most ? text[..most]
        : text;
}
