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
                .Staff(
                    world,
                    "create",
                    "Make one: --percent or --amount. Its terms never change.",
                    Create
                )
                .With([Code, .. CouponOptions.All]),
            Common
                .Staff(world, "usage", "The orders that were paid with it.", Usage)
                .With(Code, Paging.Page, Paging.Limit),
            Common
                .Staff(world, "disable", "Take it out of use; redeemed ones go on.", Disable)
                .With(Code)
        );

    private static async Task<int> List(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Get(
            Query.Of(
                "api/admin/coupons",
                ("page", Paging.PageOf(parsed)),
                ("limit", Paging.LimitOf(parsed))
            ),
            cancellation
        );
        report.Json(answer);
        Print(answer.GetProperty("coupons").Deserialize<CouponView[]>(CliJson.Options)!, report);
        Paging.Print(answer, report);
        return ExitCode.Ok;
    }

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

    private static async Task<int> Usage(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Get(
            Query.Of(
                $"api/admin/coupons/{Uri.EscapeDataString(parsed.GetRequiredValue(Code))}/uses",
                ("page", Paging.PageOf(parsed)),
                ("limit", Paging.LimitOf(parsed))
            ),
            cancellation
        );
        report.Json(answer);
        report.Table(
            ["at", "order", "customer", "discount", "returned"],
            answer
                .GetProperty("uses")
                .Deserialize<CouponUseView[]>(CliJson.Options)!
                .Select(u =>
                    new[]
                    {
                        Moment.Text(u.At),
                        u.Order.Value,
                        u.Account.Value,
                        $"{u.Discount}",
                        $"{u.Returned}",
                    }
                )
        );
        Paging.Print(answer, report);
        return ExitCode.Ok;
    }

    private static int One(JsonElement answer, Report report)
    {
        report.Json(answer);
        Print([answer.GetProperty("coupon").Deserialize<CouponView>(CliJson.Options)!], report);
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
                    c.Terms.Renewals is { } n ? Text(n) : "every",
                    Text(c.Used),
                    Text(c.Held),
                    c.Terms.MaxUses is { } most ? Text(most) : "",
                    c.Terms.ValidUntil is { } until ? Moment.Text(until) : "",
                    c.DisabledAt is null ? "" : "disabled",
                }
            )
        );

    private static string Off(CouponTerms terms) =>
        terms.Percent is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.##} %")
            : $"{terms.Amount} EUR";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
