using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Banking;
using Elizon.Billing;
using Elizon.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Elizon.Api.Banking;

/// <summary>What staff do with the house's bank account.</summary>
public static class BankAdminEndpoints
{
    public static void MapBankAdmin(this IEndpointRouteBuilder admin)
    {
        var bank = admin.MapGroup("/bank").WithTags("Admin: bank");
        MapStatements(bank);
        MapPayouts(bank);
        admin
            .MapPost("/accounts/{id}/payout", PayOut)
            .Staff(StaffRole.Billing)
            .Answers<PayoutView>("payout")
            .WithTags("Admin: bank")
            .WithSummary("Take the whole balance off and have it transferred to the customer.");
    }

    private static void MapStatements(IEndpointRouteBuilder bank)
    {
        bank.MapPost("/statements", BankStreams.Import)
            .Staff(StaffRole.Billing)
            .WithMetadata(new RequestSizeLimitAttribute(BankStreams.MostBytes))
            .Answers<StatementView[]>("statements")
            .WithSummary(
                "Import a camt.053 file (.02 or .08). What was told before changes nothing."
            );
        bank.MapGet("/statements", Statements)
            .Staff(StaffRole.Billing)
            .AnswersPage<StatementView>("statements")
            .WithSummary("Imported statements, newest first, with the gaps between them.");
        bank.MapGet("/transactions", Transactions)
            .Staff(StaffRole.Billing)
            .AnswersPage<BankTransactionView>("transactions")
            .WithSummary(
                "Transactions of the bank account; QUEUED are those that wait for a decision."
            );
        bank.MapPost("/transactions/{id}/assign", Assign)
            .Staff(StaffRole.Billing)
            .Answers<BankTransactionView>("transaction")
            .WithSummary("Book a queued credit for a customer.");
        bank.MapPost("/transactions/{id}/ignore", Ignore)
            .Staff(StaffRole.Billing)
            .Answers<BankTransactionView>("transaction")
            .WithSummary("Take a transaction out of the queue: it concerns no customer.");
        bank.MapPost("/transactions/{id}/send-back", SendBack)
            .Staff(StaffRole.Billing)
            .Answers<BankTransactionView>("transaction")
            .WithSummary("Send a queued credit back to where it came from.");
    }

    private static void MapPayouts(IEndpointRouteBuilder bank)
    {
        bank.MapGet("/payouts", Payouts)
            .Staff(StaffRole.Billing)
            .AnswersPage<PayoutView>("payouts")
            .WithSummary("Payouts, newest first.");
        bank.MapPost("/payouts/export", Export)
            .Staff(StaffRole.Billing)
            .Answers<PayoutFileView>("file")
            .WithSummary("Put the payouts that wait into one file for the bank.");
        bank.MapGet("/payout-files/{id}", BankStreams.PayoutFile)
            .Staff(StaffRole.Billing)
            .AnswersMedia("application/xml")
            .WithSummary("A file of payouts, pain.001.001.09.");
        bank.MapPost("/payout-files/{id}/reject", Reject)
            .Staff(StaffRole.Billing)
            .Answers<PayoutView[]>("payouts")
            .WithSummary("The bank did not take the file: its payouts go back to the balances.");
    }

    private static async Task<IResult> Statements(int? page, int? limit, IGrainFactory grains) =>
        Reply.Page("statements", await grains.BankAdmin().Statements(PageRequest.Of(page, limit)));

    private static async Task<IResult> Transactions(
        Word<BankTransactionStatus>? status,
        AccountId? account,
        int? page,
        int? limit,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "transactions",
            await grains
                .BankAdmin()
                .Transactions(status?.Value, account, PageRequest.Of(page, limit))
        );

    private static async Task<IResult> Assign(
        BankTransactionId id,
        AssignBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "transaction",
            await grains.BankAdmin().Assign(id, body.Account, body.Invoice, caller)
        );

    private static async Task<IResult> Ignore(
        BankTransactionId id,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("transaction", await grains.BankAdmin().Ignore(id, caller));

    private static async Task<IResult> SendBack(
        BankTransactionId id,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("transaction", await grains.BankAdmin().SendBack(id, caller));

    private static async Task<IResult> Payouts(
        Word<PayoutStatus>? status,
        int? page,
        int? limit,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "payouts",
            await grains.BankAdmin().Payouts(status?.Value, PageRequest.Of(page, limit))
        );

    private static async Task<IResult> Export(Caller caller, IGrainFactory grains) =>
        Reply.Ok("file", await grains.BankAdmin().ExportPayouts(caller));

    private static async Task<IResult> Reject(
        PayoutFileId id,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("payouts", await grains.BankAdmin().RejectPayouts(id, caller));

    private static async Task<IResult> PayOut(
        AccountId id,
        PayOutBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("payout", await grains.Account(id).PayOut(body.Iban, body.Holder, caller));
}
