using System.Security.Cryptography;

namespace Elizon.Sandbox.Mollie;

/// <summary>New ids in Mollie's form, e.g. <c>tr_7UhSN1zuXS</c>.</summary>
internal sealed class MollieIds(RandomNumberGenerator random)
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private const int Length = 12;

    public string New(string prefix)
    {
        Span<byte> bytes = stackalloc byte[Length];
        random.GetBytes(bytes);
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
            text[i] = Alphabet[bytes[i] % Alphabet.Length];
        return $"{prefix}_{text}";
    }
}
