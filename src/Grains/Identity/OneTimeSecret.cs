using System.Security.Cryptography;
using System.Text;

namespace Elizon.Grains.Identity;

/// <summary>Codes and tokens that are mailed: made at random, kept as a hash that is bound to person and purpose.</summary>
internal static class OneTimeSecret
{
    /// <summary>Six digits, each code equally likely.</summary>
    public static string NewCode(RandomNumberGenerator chance)
    {
        Span<byte> bytes = stackalloc byte[4];
        uint number;
        do
        {
            chance.GetBytes(bytes);
            number = BitConverter.ToUInt32(bytes);
        } while (number >= uint.MaxValue / 1_000_000 * 1_000_000);
        return (number % 1_000_000).ToString(
            "D6",
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    /// <summary>32 random bytes in base64url.</summary>
    public static string NewToken(RandomNumberGenerator chance)
    {
        var bytes = new byte[32];
        chance.GetBytes(bytes);
        return System.Buffers.Text.Base64Url.EncodeToString(bytes);
    }

    public static string Hash(string purpose, UserId user, string secret) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{user.Value}\n{secret}"))
        );

    public static bool Equal(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(hash),
            Encoding.UTF8.GetBytes(other)
        );
}
