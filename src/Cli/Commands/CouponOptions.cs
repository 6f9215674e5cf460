using System.CommandLine;

namespace Elizon.Cli.Commands;

/// <summary>The terms of a new coupon on the command line.</summary>
internal static class CouponOptions
{
    private static readonly Option<decimal?> Percent = new("--percent")
    {
        Description = "Above 0, at most 100.",
    };

    private static readonly Option<decimal?> Amount = new("--amount")
    {
        Description = "Euros off one order, such as 5.00.",
    };

    private static readonly Option<int> Renewals = new("--renewals")
    {
        Description = "How many renewals are discounted too.",
    };

    private static readonly Option<bool> EveryRenewal = new("--every-renewal")
    {
        Description = "All renewals are.",
    };

    private static readonly Option<string?> Description = new("--description")
    {
        Description = "What customers read.",
    };

    private static readonly Option<int?> MaxUses = new("--max-uses")
    {
        Description = "Orders in all.",
    };

    private static readonly Option<int?> MaxPerPerson = new("--max-per-person")
    {
        Description = "Orders of one customer.",
    };

    private static readonly Option<bool> NewCustomers = new("--new-customers")
    {
        Description = "Only for the first paid order.",
    };

    private static readonly Option<string[]> Products = new("--product")
    {
        Description = "What it counts for; may be given several times.",
    };

    private static readonly Option<decimal?> Minimum = new("--minimum")
    {
        Description = "Euros that the cart must come to.",
    };

    private static readonly Option<DateTimeOffset?> From = new("--from")
    {
        Description = "The first instant, such as 2026-12-01T00:00+01:00.",
    };

    private static readonly Option<DateTimeOffset?> Until = new("--until")
    {
        Description = "The first instant it is no longer taken.",
    };

    public static readonly Symbol[] All =
    [
        Percent,
        Amount,
        Renewals,
        EveryRenewal,
        Description,
        MaxUses,
        MaxPerPerson,
        NewCustomers,
        Products,
        Minimum,
        From,
        Until,
    ];

    public static object Body(ParseResult parsed, string code) =>
        new
        {
            code,
            percent = parsed.GetValue(Percent),
            amount = parsed.GetValue(Amount),
            renewals = parsed.GetValue(Renewals),
            everyRenewal = parsed.GetValue(EveryRenewal),
            description = parsed.GetValue(Description),
            maxUses = parsed.GetValue(MaxUses),
            maxPerPerson = parsed.GetValue(MaxPerPerson),
            newCustomers = parsed.GetValue(NewCustomers),
            products = parsed.GetValue(Products) is { Length: > 0 } named ? named : null,
            minimum = parsed.GetValue(Minimum),
            validFrom = parsed.GetValue(From),
            validUntil = parsed.GetValue(Until),
        };
}
