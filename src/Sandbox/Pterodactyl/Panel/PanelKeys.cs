using System.Security.Cryptography;
using System.Text;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>Bearer keys: 16 characters of identifier, prefix included, then 32 of secret.</summary>
internal static class PanelKeys
{
    public const string ApplicationPrefix = "ptla_";
    public const string ClientPrefix = "ptlc_";
    private const int IdentifierLength = 16;
    private const string Alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string NewText(bool application) =>
        (application ? ApplicationPrefix : ClientPrefix)
        + RandomNumberGenerator.GetString(Alphabet, 48 - ApplicationPrefix.Length);

    public static PanelApiKey Row(int id, string text, int userId, DateTimeOffset now) =>
        new()
        {
            Id = id,
            Identifier = text[..IdentifierLength],
            SecretHash = Hash(text),
            UserId = userId,
            IsApplication = text.StartsWith(ApplicationPrefix, StringComparison.Ordinal),
            CreatedAt = now,
        };

    public static PanelApiKey? Find(PanelTables tables, string text)
    {
        if (text.Length <= IdentifierLength)
            return null;
        var key = tables.ApiKeys.All.FirstOrDefault(row =>
            text.StartsWith(row.Identifier, StringComparison.Ordinal)
        );
        return
            key is not null
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(key.SecretHash),
                Encoding.ASCII.GetBytes(Hash(text))
            )
            ? key
            : null;
    }

    private static string Hash(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text[IdentifierLength..])));
}
