using Elizon.Coupons;

namespace Elizon.Cli.Catalog;

/// <summary>Coupons of the file: what <c>elizon coupon create</c> takes, in its words.</summary>
internal static class CouponSyntax
{
    private const string Every = "every";

    public static CouponTerms[] Read(YamlPlace? coupons) =>
        [.. (coupons?.List() ?? []).Select(One)];

    private static CouponTerms One(YamlPlace place)
    {
        var map = place.Map(
            "code",
            "description",
            "percent",
            "amount",
            "renewals",
            "maxUses",
            "maxPerPerson",
            "newCustomers",
            "products",
            "minimum",
            "from",
            "until"
        );
        var newCustomers = map.Optional("newCustomers")?.YesNo() ?? false;
        return new CouponTerms(
            map.Required("code") is { } code ? Code(code) : default,
            map.TextOrNull("description"),
            map.Optional("percent")?.Percent(),
            map.Optional("amount")?.Money(),
            Renewals(map.Optional("renewals")),
            map.Optional("maxUses")?.Number(),
            map.Optional("maxPerPerson")?.Number() ?? (newCustomers ? 1 : null),
            newCustomers,
            [.. (map.Optional("products")?.List() ?? []).Select(p => new ProductId(p.Text()))],
            map.Optional("minimum")?.Money(),
            map.Optional("from")?.Instant(),
            map.Optional("until")?.Instant()
        );
    }

    private static CouponCode Code(YamlPlace place)
    {
        if (CouponCode.TryParse(place.Text(), null, out var code))
            return code;
        place.Fault($"A code has letters, digits, '-' and '_', but is '{place.Shown}'.");
        return default;
    }

    /// <summary>None unless it says how many, or that all are.</summary>
    private static int? Renewals(YamlPlace? place) =>
        place is null ? 0
        : place.Shown == Every ? null
        : place.Number();
}
