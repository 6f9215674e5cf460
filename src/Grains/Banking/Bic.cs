using System.Text.RegularExpressions;

namespace Elizon.Grains.Banking;

/// <summary>Form of a bank's code (ISO 9362).</summary>
internal static partial class Bic
{
    public static bool IsValid(string text) => Form().IsMatch(text);

    [GeneratedRegex(
        "^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
