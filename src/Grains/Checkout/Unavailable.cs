using System.Globalization;
using System.Text.RegularExpressions;
using Elizon.Catalog;
using Elizon.Checkout;

namespace Elizon.Grains.Checkout;

/// <summary>From the catalogue's refusal of a quote to the items that cannot be had.</summary>
internal static partial class Unavailable
{
    /// <param name="from">Where the quoted part starts in the cart: the refusal counts from there.</param>
    public static UnavailableItem[] Of(Refusal refusal, CartItem[] items, int from)
    {
        string[] faults = refusal.ValidationErrors is { Length: > 0 } all ? all : [refusal.Message];
        return [.. faults.Select(f => Item(f, refusal.Key, items, from))];
    }

    private static UnavailableItem Item(string fault, string reason, CartItem[] items, int from)
    {
        var place = Place().Match(fault);
        var index = place.Success
            ? from + int.Parse(place.Groups["index"].Value, CultureInfo.InvariantCulture)
            : from;
        return new UnavailableItem(
            index,
            items[index].ProductId,
            reason,
            place.Success ? fault[place.Length..].TrimStart(':', ' ', '.') : fault
        );
    }

    /// <summary>"items[1].options.location: Sold out."</summary>
    [GeneratedRegex(
        @"^items\[(?<index>\d{1,3})\](\.[\w.]+)?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Place();
}
