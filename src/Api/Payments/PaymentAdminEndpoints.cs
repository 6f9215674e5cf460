using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Identity;
using Elizon.Payments;

namespace Elizon.Api.Payments;

/// <summary>What staff do with payments.</summary>
public static class PaymentAdminEndpoints
{
    public static void MapPaymentsAdmin(this IEndpointRouteBuilder admin)
    {
        var payments = admin.MapGroup("/payments").WithTags("Admin: payments");
        payments
            .MapGet("", List)
            .Staff(StaffRole.Billing)
            .AnswersPage<StaffPaymentSummary>("payments")
            .WithSummary("Payments, newest first, filtered by account and status.");
        payments
            .MapGet("/reconciliation", Compare)
            .Staff(StaffRole.Billing)
            .Answers<Reconciliation>("reconciliation")
            .WithSummary("Compare the provider's list of these days with ours; changes nothing.");
        payments
            .MapPost("/reconciliation", Repair)
            .Staff(StaffRole.Billing)
            .Answers<Reconciliation>("reconciliation")
            .WithSummary("Compare, and read every payment that differs again.");
        payments
            .MapGet("/{id}", Show)
            .Staff(StaffRole.Billing)
            .Answers<StaffPaymentView>("payment")
            .WithSummary("A payment with attempts, refunds and chargebacks.");
        payments
            .MapPost("/{id}/refunds", Refund)
            .Staff(StaffRole.Billing)
            .Answers<RefundView>("refund", 201)
            .WithSummary("Give money back: to the method it came from, or to the balance.");
    }

    private static async Task<IResult> List(
        [AsParameters] PaymentQuery query,
        IGrainFactory grains
    ) => Reply.Page("payments", await grains.PaymentReader().List(query.Filter, query.Paging));

    private static async Task<IResult> Compare(DateOnly from, DateOnly to, IGrainFactory grains) =>
        Reply.Ok("reconciliation", await grains.PaymentReader().Reconcile(from, to, false));

    private static async Task<IResult> Repair(ReconcileBody body, IGrainFactory grains) =>
        Reply.Ok(
            "reconciliation",
            await grains.PaymentReader().Reconcile(body.From, body.To, true)
        );

    private static async Task<IResult> Show(PaymentId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("payment", await grains.Payment(id).ShowStaff(caller));

    private static async Task<IResult> Refund(
        PaymentId id,
        RefundBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Created("refund", await grains.RefundDesk().Refund(id, body.Amount, body.To, caller));
}
