using System.Security.Cryptography;
using System.Text;

namespace Elizon.Grains.Banking;

/// <summary>
/// A customer's own creditor reference (ISO 11649): "RF", two check digits and twelve characters that follow from the
/// account id, so it is the same for ever. 60 bits out of letters and digits that nobody mistakes (no I, O, 0, 1): a slip
/// of a payer meets no other customer.
/// </summary>
internal static class PayerReference
{
    /// <summary>Length of the part behind the check digits; also the short form that is looked for in texts.</summary>
    public const int BodyLength = 12;

    public const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>The reference without blanks, such as RF18539007547034.</summary>
    public static string Of(AccountId account)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"payer-reference\n{account.Value}"));
        var body = string.Create(
            BodyLength,
            hash,
            (text, bytes) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = Alphabet[bytes[i] & 31];
            }
        );
        return WithCheckDigits(body);
    }

    /// <summary>For print: groups of four.</summary>
    public static string InFours(string reference) =>
        string.Join(' ', reference.Chunk(4).Select(c => new string(c)));

    /// <summary>Any ISO 11649 reference, not only ours. No blanks, capital letters.</summary>
    public static bool IsValid(string reference) =>
        reference.Length is > 4 and <= 25
        && reference.StartsWith("RF", StringComparison.Ordinal)
        && reference.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
        && Mod97.Of(reference[4..] + reference[..4]) == 1;

    /// <summary>"RF", the check digits, the body.</summary>
    public static string WithCheckDigits(string body) =>
        $"RF{98 - Mod97.Of(body + "RF00"):00}{body}";
}
