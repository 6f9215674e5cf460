using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Elizon.Grains.Banking.Payouts;

/// <summary>
/// A file of SEPA credit transfers, pain.001.001.09 (payments sheet, section 8). Each transfer is booked by itself, so
/// that its end-to-end id comes back in the statement.
/// </summary>
internal sealed record PaymentOrder(
    PayoutFileId Id,
    string Debtor,
    string DebtorIban,
    string DebtorBic,
    IReadOnlyList<PayoutRow> Payouts,
    DateTimeOffset At,
    DateOnly ExecuteOn
)
{
    private static readonly XNamespace Pain = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private string Sum => Money.Sum(Payouts.Select(p => p.Amount)).ToString();

    private string Count => Payouts.Count.ToString(CultureInfo.InvariantCulture);

    /// <summary>The file as text; encoded as UTF-8.</summary>
    /// <exception cref="InvalidOperationException">Something in it would not pass the bank's checks: nothing may be exported.</exception>
    public string Write()
    {
        Check();
        var document = new XDocument(E("Document", E("CstmrCdtTrfInitn", Head(), Payment())));
        using var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
            document.Save(xml);
        return text.ToString();
    }

    /// <summary>What the schema and the bank would refuse; the schema itself is not ours to ship.</summary>
    private void Check()
    {
        if (Payouts.Count is 0 or > PayoutRules.MostInFile)
            throw new InvalidOperationException("A payment order holds 1 to 5,000 payouts.");
        if (Payouts.DistinctBy(p => p.Id).Count() != Payouts.Count)
            throw new InvalidOperationException("A payout is in the payment order twice.");
        if (!Iban.TryParse(DebtorIban, out _) || !Bic.IsValid(DebtorBic))
            throw new InvalidOperationException("The house's account is not sound.");
        foreach (var payout in Payouts)
            if (
                !Iban.TryParse(payout.PayeeIban, out _)
                || payout.Amount <= Money.Zero
                || payout.Amount.Cents > 99_999_999_999
                || SepaText.Of(payout.Holder, 70).Length == 0
                || payout.Id.Value.Length > 35
            )
                throw new InvalidOperationException($"The payout {payout.Id} is not sound.");
    }

    private XElement Head() =>
        E(
            "GrpHdr",
            E("MsgId", Id.Value),
            E("CreDtTm", At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
            E("NbOfTxs", Count),
            E("CtrlSum", Sum),
            E("InitgPty", E("Nm", SepaText.Of(Debtor, 70)))
        );

    private XElement Payment() =>
        E(
            "PmtInf",
            [
                E("PmtInfId", $"{Id.Value}-1"),
                E("PmtMtd", "TRF"),
                E("BtchBookg", "false"),
                E("NbOfTxs", Count),
                E("CtrlSum", Sum),
                E("PmtTpInf", E("SvcLvl", E("Cd", "SEPA"))),
                E("ReqdExctnDt", E("Dt", ExecuteOn.ToString("O", CultureInfo.InvariantCulture))),
                E("Dbtr", E("Nm", SepaText.Of(Debtor, 70))),
                E("DbtrAcct", E("Id", E("IBAN", DebtorIban))),
                E("DbtrAgt", E("FinInstnId", E("BICFI", DebtorBic))),
                E("ChrgBr", "SLEV"),
                .. Payouts.Select(Transfer),
            ]
        );

    private static XElement Transfer(PayoutRow payout) =>
        E(
            "CdtTrfTxInf",
            E("PmtId", E("InstrId", payout.Id.Value), E("EndToEndId", payout.Id.Value)),
            E(
                "Amt",
                new XElement(
                    Pain + "InstdAmt",
                    new XAttribute("Ccy", "EUR"),
                    payout.Amount.ToString()
                )
            ),
            E("Cdtr", E("Nm", SepaText.Of(payout.Holder, 70))),
            E("CdtrAcct", E("Id", E("IBAN", payout.PayeeIban))),
            E("RmtInf", E("Ustrd", SepaText.Of(payout.Text, 140)))
        );

    private static XElement E(string name, params object[] content) => new(Pain + name, content);

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => new UTF8Encoding(false);
    }
}
