using System.CommandLine;
using System.Globalization;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Elizon.Payments;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon payments</c>: what customers paid, money back, our books against the provider's.</summary>
internal static class PaymentsCommand
{
    private static readonly Argument<string> Payment = new("payment")
    {
        Description = "The payment's id.",
    };

    private static readonly Argument<decimal> Amount = new("amount")
    {
        Description = "Euros, such as 5.00.",
    };

    private static readonly Option<RefundTo> To = new("--to")
    {
        Description =
            "method: to the card or account it came from; balance: to the customer's balance.",
        DefaultValueFactory = _ => RefundTo.Method,
    };

    private static readonly Option<string?> Account = new("--account")
    {
        Description = "Only this customer's.",
    };

    private static readonly Option<string?> Status = new("--status")
    {
        Description = "OPEN, PENDING, PAID, FAILED, CANCELED or EXPIRED.",
    };

    private static readonly Option<DateOnly> From = new("--from")
    {
        Description = "First day (UTC), such as 2026-11-01.",
        Required = true,
    };

    private static readonly Option<DateOnly> Until = new("--to")
    {
        Description = "Last day (UTC); without it the first day alone.",
    };

    private static readonly Option<bool> Repair = new("--repair")
    {
        Description = "Read every payment that differs again. Needs --reason.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "payments",
            "Payments at the payment provider.",
            Common
                .Staff(world, "list", "Newest first.", List)
                .With(Account, Status, Paging.Page, Paging.Limit),
            Common
                .Staff(world, "show", "One with attempts, refunds and chargebacks.", Show)
                .With(Payment),
            Common
                .Staff(world, "refund", "Give money back. Needs --reason.", Refund)
                .With(Payment, Amount, To),
            Common
                .Staff(
                    world,
                    "reconcile",
                    "Compare the provider's list with ours; fails where they differ.",
                    Reconcile
                )
                .With(From, Until, Repair)
        );

    private static Task<int> List(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<StaffPaymentSummary>(
            parsed,
            api,
            report,
            "api/admin/payments",
            "payments",
            found =>
                report.Table(
                    [
                        "at",
                        "payment",
                        "account",
                        "for",
                        "amount",
                        "status",
                        "refunded",
                        "charged back",
                    ],
                    found.Select(p =>
                        new[]
                        {
                            Moment.Text(p.CreatedAt),
                            p.Id.Value,
                            p.Account.Value,
                            p.Invoice?.Value ?? "top-up",
                            p.Amount.ToString(),
                            p.Status,
                            p.Refunded.ToString(),
                            p.ChargedBack.ToString(),
                        }
                    )
                ),
            cancellation,
            ("account", parsed.GetValue(Account)),
            ("status", parsed.GetValue(Status))
        );

    private static async Task<int> Show(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Get(
            $"api/admin/payments/{Uri.EscapeDataString(parsed.GetRequiredValue(Payment))}",
            cancellation
        );
        report.Json(answer);
        var payment = answer.Read<StaffPaymentView>("payment");
        report.Line($"{payment.Amount} EUR of {payment.Account}: {payment.Status}");
        report.Table(
            ["attempt", "at the provider", "status", "method", "why", "refundable"],
            payment.Attempts.Select(a =>
                new[]
                {
                    a.Number.ToString(CultureInfo.InvariantCulture),
                    a.ProviderPayment ?? "–",
                    a.Status ?? "–",
                    a.Method ?? "–",
                    a.Reason ?? "",
                    a.Refundable.ToString(),
                }
            )
        );
        foreach (var refund in payment.Refunds)
            report.Line($"Refund {refund.Id}: {refund.Amount} EUR, {refund.Status}");
        foreach (var back in payment.Chargebacks)
            report.Line(
                $"Chargeback {back.Id}: {back.Amount} EUR, {back.Reason ?? "no reason"}{(back.Reversed ? ", reversed" : "")}"
            );
        return ExitCode.Ok;
    }

    private static async Task<int> Refund(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var payment = parsed.GetRequiredValue(Payment);
        var answer = await api.Post(
            $"api/admin/payments/{Uri.EscapeDataString(payment)}/refunds",
            new
            {
                amount = parsed.GetValue(Amount),
                to = parsed.GetValue(To).ToString().ToUpperInvariant(),
                reason = api.Reason(),
            },
            cancellation
        );
        report.Json(answer);
        var refund = answer.Read<RefundView>("refund");
        report.Line($"Refund {refund.Id}: {refund.Amount} EUR, {refund.Status}");
        return ExitCode.Ok;
    }

    private static async Task<int> Reconcile(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var from = parsed.GetValue(From);
        var to = parsed.GetValue(Until) is var until && until == default ? from : until;
        var (first, last) = (Moment.Day(from), Moment.Day(to));
        var answer = parsed.GetValue(Repair)
            ? await api.Post(
                "api/admin/payments/reconciliation",
                new
                {
                    from = first,
                    to = last,
                    reason = api.Reason(),
                },
                cancellation
            )
            : await api.Get(
                Query.Of("api/admin/payments/reconciliation", ("from", first), ("to", last)),
                cancellation
            );
        report.Json(answer);
        var found = answer.Read<Reconciliation>("reconciliation");
        report.Table(
            ["difference", "at the provider", "payment", "ours", "theirs"],
            found.Differences.Select(d =>
                new[]
                {
                    d.Kind.ToString(),
                    d.ProviderPayment,
                    d.Payment?.Value ?? "–",
                    d.Ours,
                    d.Theirs,
                }
            )
        );
        report.Line(
            $"{found.Theirs} there, {found.Ours} here, {found.Differences.Length} differ, {found.Reread} are being read again."
        );
        return found.Differences.Length == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
