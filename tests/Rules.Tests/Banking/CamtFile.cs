using System.Globalization;
using System.Security;
using System.Text;

namespace Elizon.Rules.Tests.Banking;

/// <summary>Writes camt.053 as banks do, in both versions; amounts in euros as text.</summary>
internal sealed record CamtFile(string Version = "08")
{
    public const string House = "DE89370400440532013000";
    public const string Payer = "DE02120300000000202051";

    public string Iban { get; init; } = House;

    public string Number { get; init; } = "2026-11-24/1";

    public decimal Opening { get; init; } = 100;

    /// <summary>Null for what the entries give.</summary>
    public decimal? Closing { get; init; }

    public string Day { get; init; } = "2026-11-24";

    public IReadOnlyList<Entry> Entries { get; init; } = [];

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToText());

    public MemoryStream ToStream() => new(ToBytes());

    public string ToText()
    {
        var booked = Entries
            .Where(e => e.Status == "BOOK")
            .Sum(e => e.Credit ? e.Amount : -e.Amount);
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{Version}"><BkToCstmrStmt>
            <GrpHdr><MsgId>M1</MsgId><CreDtTm>{Day}T20:00:00+01:00</CreDtTm></GrpHdr>
            <Stmt><Id>{Number}</Id><CreDtTm>{Day}T20:00:00+01:00</CreDtTm>
            <Acct><Id><IBAN>{Iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
            {Balance("OPBD", Opening)}{Balance("CLBD", Closing ?? Opening + booked)}
            {string.Concat(Entries.Select(e => e.ToText(Version)))}
            </Stmt></BkToCstmrStmt></Document>
            """;
    }

    private string Balance(string code, decimal amount) =>
        $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{Text(Math.Abs(amount))}</Amt><CdtDbtInd>{(amount < 0 ? "DBIT" : "CRDT")}</CdtDbtInd><Dt><Dt>{Day}</Dt></Dt></Bal>";

    private static string Text(decimal amount) =>
        amount.ToString("0.00", CultureInfo.InvariantCulture);

    internal sealed record Entry(decimal Amount)
    {
        public bool Credit { get; init; } = true;

        public string Status { get; init; } = "BOOK";

        public string Currency { get; init; } = "EUR";

        public string Day { get; init; } = "2026-11-24";

        public string? Reference { get; init; } = "BANK-1";

        public string EndToEnd { get; init; } = "NOTPROVIDED";

        public string Name { get; init; } = "Erika Müller";

        public string? Iban { get; init; } = Payer;

        public string[] Texts { get; init; } = [];

        public string? Structured { get; init; }

        public string? Return { get; init; }

        /// <summary>Parts of a batch.</summary>
        public IReadOnlyList<Entry> Parts { get; init; } = [];

        public string ToText(string version)
        {
            var status = version == "02" ? Status : $"<Cd>{Status}</Cd>";
            var details = string.Concat(
                (Parts.Count > 0 ? Parts : [this]).Select(p => p.Details(version, Parts.Count > 0))
            );
            return $"<Ntry><Amt Ccy=\"{Currency}\">{CamtFile.Text(Amount)}</Amt><CdtDbtInd>{Side}</CdtDbtInd><Sts>{status}</Sts><BookgDt><Dt>{Day}</Dt></BookgDt><ValDt><Dt>{Day}</Dt></ValDt>{If("AcctSvcrRef", Reference)}<NtryDtls>{details}</NtryDtls></Ntry>";
        }

        private string Side => Credit ? "CRDT" : "DBIT";

        private string Details(string version, bool part)
        {
            var role = Credit ? "Dbtr" : "Cdtr";
            var name = $"<Nm>{SecurityElement.Escape(Name)}</Nm>";
            var amount = $"<Amt Ccy=\"{Currency}\">{CamtFile.Text(Amount)}</Amt>";
            return "<TxDtls><Refs>"
                + (part ? If("TxId", $"tx-{Reference}") : "")
                + $"<EndToEndId>{EndToEnd}</EndToEndId></Refs>"
                + (version == "02" ? $"<AmtDtls><TxAmt>{amount}</TxAmt></AmtDtls>" : amount)
                + $"<RltdPties><{role}>{(version == "02" ? name : $"<Pty>{name}</Pty>")}</{role}>"
                + (Iban is null ? "" : $"<{role}Acct><Id><IBAN>{Iban}</IBAN></Id></{role}Acct>")
                + "</RltdPties><RmtInf>"
                + string.Concat(Texts.Select(t => $"<Ustrd>{SecurityElement.Escape(t)}</Ustrd>"))
                + (
                    Structured is null
                        ? ""
                        : $"<Strd><CdtrRefInf><Ref>{Structured}</Ref></CdtrRefInf></Strd>"
                )
                + "</RmtInf>"
                + (Return is null ? "" : $"<RtrInf><Rsn><Cd>{Return}</Cd></Rsn></RtrInf>")
                + "</TxDtls>";
        }

        private static string If(string name, string? value) =>
            value is null ? "" : $"<{name}>{value}</{name}>";
    }
}
