using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Billing;
using Elizon.Identity;
using Elizon.Payments;

namespace Elizon.Api.Billing;

/// <summary>What staff do with customers' money.</summary>
public static class BillingAdminEndpoints
{
    public static void MapBillingAdmin(this IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").WithTags("Admin: billing");
        admin
            .MapPost("/accounts/{id}/credit", Credit)
            .Staff(StaffRole.Billing)
            .Answers<BalanceView>("account")
            .WithSummary("Give a customer money for a reason.");
        admin
            .MapPost("/accounts/{id}/debit", Debit)
            .Staff(StaffRole.Billing)
            .Answers<BalanceView>("account")
            .WithSummary("Take money from a customer's balance for a reason.");
        admin
            .MapGet("/ledger/audit", Audit)
            .Staff(StaffRole.Billing)
            .Answers<LedgerAudit>("audit")
            .WithSummary(
                "Check sums, balances, documents, numbers, periods and the hash chain; with full=false only what is new of the last three."
            );
        admin
            .MapGet("/ledger/bookings", BookingStreams.Month)
            .Staff(StaffRole.Billing)
            .AnswersMedia("text/csv")
            .WithSummary("Bookings of a month for the tax adviser, as DATEV (EXTF) or CSV.");
    }

    private static async Task<IResult> Credit(
        AccountId id,
        CreditBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("account", await grains.Account(id).Credit(body.Amount, body.Reason, caller));

    private static async Task<IResult> Debit(
        AccountId id,
        CreditBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("account", await grains.StaffAccount(id).Debit(body.Amount, body.Reason, caller));

    private static async Task<IResult> Audit(IGrainFactory grains, bool? full) =>
        Reply.Ok("audit", await grains.LedgerAuditor().Audit(full ?? true));
}
