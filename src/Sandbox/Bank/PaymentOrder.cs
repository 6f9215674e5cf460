using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Elizon.Sandbox.Mollie.Mandates;

namespace Elizon.Sandbox.Bank;

/// <summary>A pain.001 as the bank reads it.</summary>
internal sealed record PaymentOrder(string MessageId, IReadOnlyList<OrderedTransfer> Transfers)
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    /// <summary>The order, or the reason code and a sentence for why it is refused.</summary>
    public static (PaymentOrder? Order, string? Code, string? Fault) Read(
        Stream file,
        string account
    )
    {
        try
        {
            using var xml = XmlReader.Create(
                file,
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    IgnoreWhitespace = true,
                }
            );
            return Read(XDocument.Load(xml), account);
        }
        catch (XmlException error)
        {
            return (null, "FF01", error.Message);
        }
    }

    private static (PaymentOrder?, string?, string?) Read(XDocument file, string account)
    {
        XNamespace ns = Namespace;
        var body = file.Root?.Element(ns + "CstmrCdtTrfInitn");
        var head = body?.Element(ns + "GrpHdr");
        var id = head?.Element(ns + "MsgId")?.Value;
        if (file.Root?.Name != ns + "Document" || id is not { Length: > 0 and <= 35 })
            return (null, "FF01", "No pain.001.001.09 with a message id.");
        OrderedTransfer?[] transfers =
        [
            .. body!
                .Elements(ns + "PmtInf")
                .SelectMany(p => p.Elements(ns + "CdtTrfTxInf"))
                .Select(t => OrderedTransfer.Of(t, ns)),
        ];
        var debtors = body.Elements(ns + "PmtInf").Select(p => p.Element(ns + "DbtrAcct")?.Value);
        if (transfers.Contains(null) || transfers.Length == 0)
            return (null, "FF01", "A transfer lacks amount, name, account or end-to-end id.");
        if (debtors.Any(d => d != account))
            return (null, "AC01", "The account to debit is another one.");
        if (transfers.Any(t => !Iban.IsValid(t!.Iban)))
            return (null, "AC01", "An account number is wrong.");
        if (head!.Element(ns + "NbOfTxs")?.Value != $"{transfers.Length}")
            return (null, "AM18", "NbOfTxs is not the number of transfers.");
        var sum = transfers.Sum(t => t!.Cents) / 100m;
        return
            head.Element(ns + "CtrlSum")?.Value
            == sum.ToString("0.00", CultureInfo.InvariantCulture)
            ? (new PaymentOrder(id, [.. transfers.OfType<OrderedTransfer>()]), null, null)
            : (null, "AM10", "CtrlSum is not the sum of the transfers.");
    }
}

/// <summary>One transfer of an order.</summary>
internal sealed record OrderedTransfer(
    string EndToEndId,
    long Cents,
    string Name,
    string Iban,
    string Text
)
{
    /// <summary>Null where something is missing.</summary>
    public static OrderedTransfer? Of(XElement t, XNamespace ns)
    {
        var end = t.Element(ns + "PmtId")?.Element(ns + "EndToEndId")?.Value;
        var amount = t.Element(ns + "Amt")?.Element(ns + "InstdAmt");
        var name = t.Element(ns + "Cdtr")?.Element(ns + "Nm")?.Value;
        var iban = t.Element(ns + "CdtrAcct")?.Value;
        return
            end is { Length: > 0 and <= 35 }
            && name is { Length: > 0 and <= 70 }
            && iban is not null
            && amount?.Attribute("Ccy")?.Value == "EUR"
            && decimal.TryParse(
                amount.Value,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var euros
            )
            && euros > 0
            && euros == decimal.Round(euros, 2)
            ? new OrderedTransfer(
                end,
                (long)(euros * 100),
                name,
                iban,
                t.Element(ns + "RmtInf")?.Element(ns + "Ustrd")?.Value ?? ""
            )
            : null;
    }
}
