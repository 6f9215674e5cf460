using System.Globalization;
using System.Xml.Linq;

namespace Elizon.Sandbox.Bank;

/// <summary>Writes a statement as camt.053 of version .02 or .08.</summary>
internal sealed class CamtWriter(string version, string iban)
{
    private readonly XNamespace _ns = $"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}";

    private bool IsOld => version == "02";

    public string Write(BankStatement statement, IReadOnlyDictionary<string, BankEntry> entries)
    {
        var at = statement.At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var booked = statement
            .Repeated.Concat(statement.Booked)
            .Select(id => entries[id])
            .GroupBy(e => e.Batch ?? e.Id)
            .Select(g => Entry(statement, [.. g], "BOOK"));
        var pending = statement.Shown.Select(id => Entry(statement, [entries[id]], "PDNG"));
        var document = new XDocument(
            E(
                "Document",
                E(
                    "BkToCstmrStmt",
                    E("GrpHdr", E("MsgId", $"M-{statement.Number}"), E("CreDtTm", at)),
                    E(
                        "Stmt",
                        [
                            E("Id", statement.Number),
                            E("CreDtTm", at),
                            E("Acct", E("Id", E("IBAN", iban)), E("Ccy", "EUR")),
                            Balance("OPBD", statement.Opening, statement.At),
                            Balance(
                                "CLBD",
                                statement.Closing + statement.ClosingFault,
                                statement.At
                            ),
                            .. booked,
                            .. pending,
                        ]
                    )
                )
            )
        );
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{document}";
    }

    private XElement Entry(BankStatement statement, BankEntry[] parts, string status)
    {
        var cents = parts.Sum(p => p.Cents);
        return E(
            "Ntry",
            Amount(cents),
            E("CdtDbtInd", cents < 0 ? "DBIT" : "CRDT"),
            IsOld ? E("Sts", status) : E("Sts", E("Cd", status)),
            E("BookgDt", E("Dt", Day(statement.At))),
            E("ValDt", E("Dt", Day(statement.At))),
            E("AcctSvcrRef", parts[0].Batch ?? parts[0].Id),
            E("NtryDtls", [.. parts.Select(Details)])
        );
    }

    private XElement Details(BankEntry entry)
    {
        var role = entry.Cents < 0 ? "Cdtr" : "Dbtr";
        var name = E("Nm", entry.Name);
        var amount = Amount(entry.Cents);
        return E(
            "TxDtls",
            E(
                "Refs",
                E("AcctSvcrRef", entry.Id),
                E("EndToEndId", entry.EndToEndId ?? "NOTPROVIDED")
            ),
            IsOld ? E("AmtDtls", E("TxAmt", amount)) : amount,
            E("CdtDbtInd", entry.Cents < 0 ? "DBIT" : "CRDT"),
            E(
                "RltdPties",
                E(role, IsOld ? name : E("Pty", name)),
                entry.Iban is null ? "" : E($"{role}Acct", E("Id", E("IBAN", entry.Iban)))
            ),
            E(
                "RmtInf",
                [
                    .. entry.Texts.Select(t => E("Ustrd", t)),
                    .. entry.Structured is { } reference
                        ? [E("Strd", E("CdtrRefInf", E("Ref", reference)))]
                        : Array.Empty<XElement>(),
                ]
            ),
            entry.ReturnReason is { } reason ? E("RtrInf", E("Rsn", E("Cd", reason))) : ""
        );
    }

    private XElement Balance(string code, long cents, DateTimeOffset at) =>
        E(
            "Bal",
            E("Tp", E("CdOrPrtry", E("Cd", code))),
            Amount(cents),
            E("CdtDbtInd", cents < 0 ? "DBIT" : "CRDT"),
            E("Dt", E("Dt", Day(at)))
        );

    private XElement Amount(long cents) =>
        new(
            _ns + "Amt",
            new XAttribute("Ccy", "EUR"),
            (Math.Abs(cents) / 100m).ToString("0.00", CultureInfo.InvariantCulture)
        );

    private static string Day(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private XElement E(string name, params object[] content) => new(_ns + name, content);
}
