using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Tokens;

/// <summary>HS256 JSON web tokens, signed with a node's secret: the panel writes them, that node's daemon reads them.</summary>
internal static class SignedToken
{
    public static string Write(JsonObject claims, string secret)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "HS256" };
        // The panel repeats the id in the header.
        if (claims["jti"] is { } id)
            header["jti"] = id.DeepClone();
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(Signature(signed, secret))}";
    }

    /// <summary>The claims, or null when the text is no token or was signed with another secret. Expiry is the reader's business.</summary>
    public static JsonObject? Read(string token, string secret)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !IsSignedBy(parts, secret))
            return null;
        try
        {
            return JsonNode.Parse(Base64Url.DecodeFromChars(parts[1])) as JsonObject;
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            return null;
        }
    }

    private static bool IsSignedBy(string[] parts, string secret)
    {
        var given = new byte[64];
        return Base64Url.TryDecodeFromChars(parts[2], given, out var length)
            && CryptographicOperations.FixedTimeEquals(
                given.AsSpan(0, length),
                Signature($"{parts[0]}.{parts[1]}", secret)
            );
    }

    private static string Encode(JsonObject part) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static byte[] Signature(string text, string secret) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));
}
