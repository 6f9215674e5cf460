using System.Security.Cryptography;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>How the panel keeps passwords: salted PBKDF2, as <c>salt:hash</c>. Few rounds: sandbox accounts guard nothing.</summary>
internal static class PanelPassword
{
    private const int Rounds = 10_000;
    private const int Length = 32;

    public static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return $"{Convert.ToHexString(salt)}:{Convert.ToHexString(Derive(password, salt))}";
    }

    public static bool Matches(string password, string kept)
    {
        var parts = kept.Split(':');
        return CryptographicOperations.FixedTimeEquals(
            Derive(password, Convert.FromHexString(parts[0])),
            Convert.FromHexString(parts[1])
        );
    }

    private static byte[] Derive(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA256, Length);
}
