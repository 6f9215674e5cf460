using Elizon.Sandbox.Pterodactyl.Tokens;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>Why a console token does not hold, in the daemon's words.</summary>
internal static class TokenCheck
{
    public const string NotPresent = "jwt: no jwt present";
    public const string Expired = "jwt: exp claim is invalid";
    public const string Denied = "jwt: created too far in past (denylist)";
    public const string NoConnect = "jwt: missing connect permission";
    public const string OtherServer = "jwt: server uuid mismatch";

    /// <summary>At every frame: null when the token holds.</summary>
    public static string? Fault(TokenClaims? token, WingsNode node, string serverUuid) =>
        token is null ? NotPresent
        : IsExpired(token, node.Now) ? Expired
        : node.Denylist.Holds(token) ? Denied
        : !MayConnect(token, node) ? NoConnect
        : token.ServerUuid != serverUuid ? OtherServer
        : null;

    /// <summary>When a token is handed in: the server it names is not looked at yet.</summary>
    public static string? FaultAtAuth(TokenClaims token, WingsNode node) =>
        IsExpired(token, node.Now) ? Expired
        : node.Denylist.Holds(token) ? Denied
        : !MayConnect(token, node) ? NoConnect
        : null;

    public static bool Allows(TokenClaims token, string permission) =>
        token.Permissions.Contains(permission)
        || (
            token.Permissions.Contains("*")
            && !permission.StartsWith("admin", StringComparison.Ordinal)
        );

    public static bool IsExpired(TokenClaims token, DateTimeOffset now) =>
        now.ToUnixTimeSeconds() > token.ExpiresAt.ToUnixTimeSeconds();

    private static bool MayConnect(TokenClaims token, WingsNode node) =>
        Allows(token, "websocket.connect")
        && (!node.Options.TokenScopes || token.Scope == TokenClaims.Websocket);
}
