using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Elizon.Coupons;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon coupon</c>: discounts by code.</summary>
internal static class CouponCommand
{
    private static readonly Argument<string> Code = new("code")
    {
        Description = "3 to 40 letters, digits, '-' or '_'.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "coupon",
            "Discounts by code.",
            Common.Staff(world, "list", "Newest first.", List).With(Paging.Page, Paging.Limit),
            Common
                .Staff(world, "create", "Make one: --percent or --amount.", Create)
                .With([Code, .. CouponOptions.All]),
            Common
                .Staff(world, "usage", "The orders that were paid with it.", Usage)
                .With(Code, Paging.Page, Paging.Limit),
            Common
                .Staff(world, "disable", "Take it out of use; redeemed ones go on.", Disable)
                .With(Code)
        );

    private static Task<int> List(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<CouponView>(
            parsed,
            api,
            report,
            "api/admin/coupons",
            "coupons",
            found => Print(found, report),
            cancellation
        );

    private static async Task<int> Create(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Post(
            "api/admin/coupons",
            CouponOptions.Body(parsed, parsed.GetRequiredValue(Code)),
            cancellation,
            "elizon coupon create"
        );
        return One(answer, report);
    }

    private static async Task<int> Disable(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Post(
            $"api/admin/coupons/{Uri.EscapeDataString(parsed.GetRequiredValue(Code))}/disable",
            null,
            cancellation,
            "elizon coupon disable"
        );
        return One(answer, report);
    }

    private static Task<int> Usage(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        return Paging.Show<CouponUseView>(
            parsed,
            api,
            report,
            $"api/admin/coupons/{Uri.EscapeDataString(parsed.GetRequiredValue(Code))}/uses",
            "uses",
            found =>
                report.Table(
                    ["at", "order", "customer", "discount", "returned"],
                    found.Select(u =>
                        new[]
                        {
                            Moment.Text(u.At),
                            u.Order.Value,
                            u.Account.Value,
                            $"{u.Discount}",
                            $"{u.Returned}",
                        }
                    )
                ),
            cancellation
        );
    }

    private static int One(JsonElement answer, Report report)
    {
        report.Json(answer);
        Print([answer.Read<CouponView>("coupon")], report);
        return ExitCode.Ok;
    }

    private static void Print(IEnumerable<CouponView> coupons, Report report) =>
        report.Table(
            ["code", "off", "renewals", "used", "held", "most", "until", "state"],
            coupons.Select(c =>
                new[]
                {
                    c.Terms.Code.Value,
                    Off(c.Terms),
                    c.Terms.Renewals is { } n ? $"{n}" : "every",
                    $"{c.Used}",
                    $"{c.Held}",
                    c.Terms.MaxUses is { } most ? $"{most}" : "",
                    c.Terms.ValidUntil is { } until ? Moment.Text(until) : "",
                    c.DisabledAt is null ? "" : "disabled",
                }
            )
        );

    private static string Off(CouponTerms terms) =>
        terms.Percent is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.##} %")
            : $"{terms.Amount} EUR";
}
