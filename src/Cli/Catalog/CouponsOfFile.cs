using Elizon.Cli.Access;
using Elizon.Cli.Commands;
using Elizon.Cli.Output;
using Elizon.Coupons;
using Spectre.Console;

namespace Elizon.Cli.Catalog;

/// <summary>Makes coupons what a file says, one by one: each is its own. What the file does not name is told and stays.</summary>
internal static class CouponsOfFile
{
    private const int PageSize = 100;

    public static async Task<CouponsApplied> Apply(
        CatalogFile file,
        bool dryRun,
        AdminApi api,
        CancellationToken cancellation
    )
    {
        // Who sells without coupons needs no right to them.
        if (file.Coupons is not { Length: > 0 } coupons)
            return new CouponsApplied([], []);
        var applied = new List<CouponApplied>();
        foreach (var terms in coupons)
            applied.Add(await Put(file, terms, dryRun, api, cancellation));
        var named = coupons.Select(c => c.Code).ToHashSet();
        return new CouponsApplied(
            [.. applied],
            [.. (await InUse(api, cancellation)).Where(c => !named.Contains(c))]
        );
    }

    public static void Print(CouponsApplied applied, Report report)
    {
        foreach (var one in applied.Coupons)
            if (one.Change != CouponChange.None)
                report.Markup(
                    one.Change == CouponChange.Added
                        ? $"[green]+ coupon {Markup.Escape(one.Code.Value)}[/]"
                        : $"[yellow]~ coupon {Markup.Escape(one.Code.Value)}[/]"
                );
        foreach (var one in applied.Coupons.Where(c => c.Disabled))
            report.Line($"Coupon {one.Code} is disabled and stays so.");
        foreach (var code in applied.NotInFile)
            report.Line(
                $"Coupon {code} is not in the file and stays; end it with: elizon coupon disable {code}"
            );
    }

    private static async Task<CouponApplied> Put(
        CatalogFile file,
        CouponTerms terms,
        bool dryRun,
        AdminApi api,
        CancellationToken cancellation
    )
    {
        var answer = await api.Put(
            Query.Of(
                $"api/admin/coupons/{Uri.EscapeDataString(terms.Code.Value)}",
                ("dryRun", dryRun ? "true" : "false")
            ),
            Body(terms),
            cancellation,
            $"apply {Path.GetFileName(file.Name)}"
        );
        return new CouponApplied(
            terms.Code,
            answer.Read<CouponChange>("change"),
            answer.Read<CouponView>("coupon").DisabledAt is not null
        );
    }

    private static object Body(CouponTerms terms) =>
        new
        {
            code = terms.Code,
            percent = terms.Percent,
            amount = terms.Amount,
            renewals = terms.Renewals ?? 0,
            everyRenewal = terms.Renewals is null,
            description = terms.Description,
            maxUses = terms.MaxUses,
            maxPerPerson = terms.MaxPerPerson,
            newCustomers = terms.NewCustomers,
            products = terms.Products,
            minimum = terms.Minimum,
            validFrom = terms.ValidFrom,
            validUntil = terms.ValidUntil,
        };

    private static async Task<IReadOnlyList<CouponCode>> InUse(
        AdminApi api,
        CancellationToken cancellation
    )
    {
        var found = new List<CouponCode>();
        for (var page = 1; ; page++)
        {
            var answer = await api.Get(
                Query.Of("api/admin/coupons", ("page", $"{page}"), ("limit", $"{PageSize}")),
                cancellation
            );
            found.AddRange(
                answer
                    .Read<CouponView[]>("coupons")
                    .Where(c => c.DisabledAt is null)
                    .Select(c => c.Terms.Code)
            );
            if (page >= answer.Read<Pagination>("pagination").Pages)
                return found;
        }
    }
}

/// <param name="NotInFile">In use all the same.</param>
internal sealed record CouponsApplied(CouponApplied[] Coupons, CouponCode[] NotInFile);

internal sealed record CouponApplied(CouponCode Code, CouponChange Change, bool Disabled);
