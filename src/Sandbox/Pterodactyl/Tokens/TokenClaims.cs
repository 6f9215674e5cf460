using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Tokens;

/// <summary>The claims of a panel token, written and read. Times are whole seconds, cut off: a token may look older than it is.</summary>
internal sealed record TokenClaims(
    string Id,
    DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt,
    string? ServerUuid,
    string? Scope,
    string? UniqueId
)
{
    public const string Websocket = "websocket";
    public const string FileDownload = "file-download";
    public const string FileUpload = "file-upload";
    public const string BackupDownload = "backup-download";

    public IReadOnlyList<string> Permissions { get; init; } = [];
    public string? FilePath { get; init; }
    public string? BackupUuid { get; init; }
    public string? UserUuid { get; init; }

    /// <summary>The id that revokes all tokens of one user on one server at once.</summary>
    public static string IdFor(int userId, string serverUuid)
    {
        var text = userId.ToString(CultureInfo.InvariantCulture) + serverUuid;
#pragma warning disable CA5351 // The panel's protocol: md5 as a name, not as a protection.
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
    }

    /// <summary>Null when the text is no token of this node.</summary>
    public static TokenClaims? Read(string token, string secret)
    {
        if (
            SignedToken.Read(token, secret) is not { } claims
            || Seconds(claims["iat"]) is not { } issued
            || Seconds(claims["exp"]) is not { } expires
        )
            return null;
        return new TokenClaims(
            Text(claims["jti"]) ?? "",
            issued,
            expires,
            Text(claims["server_uuid"]),
            Text(claims["scope"]),
            Text(claims["unique_id"])
        )
        {
            Permissions = claims["permissions"] is JsonArray list
                ? [.. list.Select(Text).OfType<string>()]
                : [],
            FilePath = Text(claims["file_path"]),
            BackupUuid = Text(claims["backup_uuid"]),
            UserUuid = Text(claims["user_uuid"]),
        };
    }

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static DateTimeOffset? Seconds(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number
            ? DateTimeOffset.FromUnixTimeSeconds(node.GetValue<long>())
            : null;
}
