using System.Text;
using System.Xml.Linq;
using Elizon.Sandbox.Control;
using Elizon.Sandbox.Faults;

namespace Elizon.Sandbox.Bank;

/// <summary><c>/bank</c> as customers of the bank see it, <c>/control/bank</c> for what the world does.</summary>
internal static class BankEndpoints
{
    private const decimal Most = 999_999_999.99m;

    public static void MapBankCalls(this IEndpointRouteBuilder root)
    {
        var bank = root.MapGroup(BankSimulator.Path);
        bank.MapPost("/orders", Take);
        bank.MapGet(
            "/statements",
            (BankBook book) =>
                Results.Ok(new { statements = book.Statements.Select(s => s.Number) })
        );
        bank.MapGet("/statements/{number}", Show);

        var control = root.MapGroup("/control/bank");
        control.MapGet(
            "",
            (BankBook book) =>
                Results.Ok(new { balance = book.Balance / 100m, entries = book.Entries })
        );
        control.MapPost("/transfers", Receive);
        control.MapPost("/batches", ReceiveBatch);
        control.MapPost("/entries/{id}/return", Return);
        control.MapPost(
            "/statements",
            (BankBook book, SandboxOptions options, string version = "08") =>
                IsVersion(version) ? Statement(book.Close(), book, options, version) : BadVersion()
        );
    }

    private static IResult Receive(TransferBody body, BankBook book) =>
        IsSound(body) ? Results.Ok(book.Receive(body)) : BadAmount();

    private static IResult ReceiveBatch(BatchBody body, BankBook book) =>
        body.Transfers is { Count: > 1 } && body.Transfers.All(IsSound)
            ? Results.Ok(new { entries = book.ReceiveBatch(body) })
            : BadAmount();

    private static IResult Return(string id, ReturnBody body, BankBook book) =>
        book.Return(id, body.Reason ?? "AC04") is { } back
            ? Results.Ok(back)
            : ControlError.Conflict($"There is no entry '{id}' that could come back.");

    private static IResult Show(
        string number,
        BankBook book,
        SandboxOptions options,
        string version = "08"
    ) =>
        book.Statement(number) is { } statement
            ? Statement(statement, book, options, version)
            : ControlError.NotFound($"There is no statement '{number}'.");

    private static IResult Statement(
        BankStatement statement,
        BankBook book,
        SandboxOptions options,
        string version
    ) =>
        IsVersion(version)
            ? Results.Text(
                new CamtWriter(version, options.BankIban).Write(
                    statement,
                    book.Entries.ToDictionary(e => e.Id)
                ),
                "application/xml",
                Encoding.UTF8
            )
            : BadVersion();

    /// <summary>Answers with the heart of a pain.002: ACTC or RJCT and why.</summary>
    private static async Task<IResult> Take(
        HttpContext http,
        BankBook book,
        SandboxOptions options,
        FaultBoard faults
    )
    {
        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, http.RequestAborted);
        file.Position = 0;
        var (order, code, fault) = PaymentOrder.Read(file, options.BankIban);
        if (order is null)
            return Status(null, "RJCT", code, fault);
        if (faults.Take(BankSimulator.SimulatorName, BankFaults.Reject) is { } reject)
            return Status(order.MessageId, "RJCT", reject.Value ?? "AM04", "Refused by a switch.");
        if (book.Take(order) is null)
            return Status(order.MessageId, "RJCT", "AM05", "The message id was used before.");
        if (faults.Take(BankSimulator.SimulatorName, BankFaults.LostAnswer) is not null)
            http.Abort();
        return Status(order.MessageId, "ACTC", null, null);
    }

    private static IResult Status(string? message, string status, string? code, string? fault)
    {
        XNamespace ns = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
        var reason = code is null
            ? null
            : new XElement(
                ns + "StsRsnInf",
                new XElement(ns + "Rsn", new XElement(ns + "Cd", code)),
                new XElement(ns + "AddtlInf", fault)
            );
        var group = new XElement(
            ns + "OrgnlGrpInfAndSts",
            new XElement(ns + "OrgnlMsgId", message ?? "NOTPROVIDED"),
            new XElement(ns + "OrgnlMsgNmId", "pain.001.001.09"),
            new XElement(ns + "GrpSts", status),
            reason
        );
        var report = new XElement(ns + "Document", new XElement(ns + "CstmrPmtStsRpt", group));
        return Results.Text(
            report.ToString(),
            "application/xml",
            Encoding.UTF8,
            status == "RJCT"
                ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status201Created
        );
    }

    private static bool IsSound(TransferBody body) =>
        body.Amount is > 0 and <= Most && body.Amount == decimal.Round(body.Amount, 2);

    private static bool IsVersion(string version) => version is "02" or "08";

    private static IResult BadVersion() => ControlError.BadRequest("version must be 02 or 08.");

    private static IResult BadAmount() =>
        ControlError.BadRequest(
            "amount is above 0 with at most two decimals; a batch has two transfers or more."
        );
}
