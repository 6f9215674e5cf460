namespace Elizon.Grains.Banking;

/// <summary>ISO 7064 MOD 97-10 over text of 0-9 and A-Z, as IBAN and creditor references use it.</summary>
internal static class Mod97
{
    /// <summary>The remainder, digit by digit: no number grows large.</summary>
    /// <param name="text">Digits and capital letters only; a letter counts as two digits, A = 10.</param>
    public static int Of(string text) =>
        text.Aggregate(
            0,
            (rest, c) =>
                char.IsAsciiDigit(c)
                    ? (rest * 10 + (c - '0')) % 97
                    : (rest * 100 + (c - 'A' + 10)) % 97
        );
}
