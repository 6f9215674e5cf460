using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Elizon.Grains.Countries;

namespace Elizon.Grains.Identity;

/// <summary>The form of VAT ids by member state (identity sheet, section 5). Whether one is valid only VIES knows.</summary>
internal static class VatIdForm
{
    private static readonly FrozenDictionary<string, string> Forms = new Dictionary<string, string>
    {
        ["AT"] = "U[0-9]{8}",
        ["BE"] = "[0-9]{10}",
        ["BG"] = "[0-9]{9,10}",
        ["CY"] = "[0-9]{8}[A-Z]",
        ["CZ"] = "[0-9]{8,10}",
        ["DE"] = "[0-9]{9}",
        ["DK"] = "[0-9]{8}",
        ["EE"] = "[0-9]{9}",
        ["EL"] = "[0-9]{9}",
        ["ES"] = "[0-9A-Z][0-9]{7}[0-9A-Z]",
        ["FI"] = "[0-9]{8}",
        ["FR"] = "[0-9A-Z]{2}[0-9]{9}",
        ["HR"] = "[0-9]{11}",
        ["HU"] = "[0-9]{8}",
        ["IE"] = "([0-9]{7}[A-Z]{1,2}|[0-9][0-9A-Z+*][0-9]{5}[A-Z])",
        ["IT"] = "[0-9]{11}",
        ["LT"] = "([0-9]{9}|[0-9]{12})",
        ["LU"] = "[0-9]{8}",
        ["LV"] = "[0-9]{11}",
        ["MT"] = "[0-9]{8}",
        ["NL"] = "[0-9]{9}B[0-9]{2}",
        ["PL"] = "[0-9]{10}",
        ["PT"] = "[0-9]{9}",
        ["RO"] = "[0-9]{2,10}",
        ["SE"] = "[0-9]{12}",
        ["SI"] = "[0-9]{8}",
        ["SK"] = "[0-9]{10}",
    }.ToFrozenDictionary();

    /// <summary>"de 123 456 789" → "DE123456789".</summary>
    public static string Clean(string vatId) =>
        string.Concat(vatId.Where(c => c is not (' ' or '.' or '-'))).ToUpperInvariant();

    /// <summary>True when a cleaned id has the form of some member state's ids.</summary>
    public static bool IsOfUnion(string vatId) =>
        vatId.Length > 2 && Forms.ContainsKey(vatId[..2]) && HasForm(vatId, vatId[..2]);

    /// <summary>True when a cleaned id has the form of the country's ids.</summary>
    public static bool Fits(string vatId, Country country) =>
        country.VatPrefix is { } prefix
        && vatId.StartsWith(prefix, StringComparison.Ordinal)
        && HasForm(vatId, prefix);

    private static bool HasForm(string vatId, string prefix) =>
        Regex.IsMatch(
            vatId[prefix.Length..],
            $"^{Forms[prefix]}$",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
}
