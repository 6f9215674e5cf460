using System.Security.Cryptography;
using System.Text;

namespace Elizon.Identity;

/// <summary>
/// Tokens are 256 random bits in base64url with a prefix that names them ("els_" session, "elk_" key). Only their
/// SHA-256 is kept: it is the key of the credential's grain, so nothing is compared by content.
/// </summary>
public static class TokenHash
{
    public const string SessionPrefix = "els_";
    public const string KeyPrefix = "elk_";

    public static string NewToken(string prefix, RandomNumberGenerator chance)
    {
        var bytes = new byte[32];
        chance.GetBytes(bytes);
        return prefix
            + Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>64 hex characters; the id of the session or key.</summary>
    public static string Of(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
