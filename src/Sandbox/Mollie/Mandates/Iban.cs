namespace Elizon.Sandbox.Mollie.Mandates;

internal static class Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;

    /// <summary>Form and check digits (mod 97); not the length of the country.</summary>
    public static bool IsValid(string iban)
    {
        if (
            iban.Length is < Shortest or > Longest
            || !iban[..2].All(char.IsAsciiLetterUpper)
            || !iban.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
        )
            return false;
        var rest = 0;
        foreach (var c in iban[4..] + iban[..4])
            rest = char.IsAsciiDigit(c)
                ? ((rest * 10) + c - '0') % 97
                : ((rest * 100) + c - 'A' + 10) % 97;
        return rest == 1;
    }
}
