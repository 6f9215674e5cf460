using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Panel;

namespace Elizon.Sandbox.Pterodactyl.Tokens;

/// <summary>The panel's side of tokens: what it signs for a user, a server and a node. Lives run on real time.</summary>
internal static class TokenIssuer
{
    private const int NotBeforeSlack = 300;

    public static string Console(PanelContext panel, PanelServer server, PanelUser user) =>
        Issue(
            panel,
            server,
            user,
            panel.Options.ConsoleTokenLife,
            TokenClaims.Websocket,
            new JsonObject
            {
                ["server_uuid"] = server.Uuid,
                ["permissions"] = new JsonArray([
                    .. ServerRights
                        .Of(panel.Tables, server, user)
                        .Select(right => JsonValue.Create(right)),
                ]),
            }
        );

    /// <summary>A URL of the node that works once.</summary>
    public static string SignedUrl(
        PanelContext panel,
        PanelServer server,
        PanelUser user,
        string path,
        string scope,
        JsonObject claims
    )
    {
        claims["server_uuid"] = server.Uuid;
        var token = Issue(panel, server, user, panel.Options.SignedUrlLife, scope, claims);
        return $"{panel.Tables.NodeOf(server).Address}{path}?token={token}";
    }

    private static string Issue(
        PanelContext panel,
        PanelServer server,
        PanelUser user,
        TimeSpan life,
        string scope,
        JsonObject own
    )
    {
        var node = panel.Tables.NodeOf(server);
        var now = panel.Clock.Real.GetUtcNow();
        var claims = new JsonObject
        {
            ["iss"] = panel.Url,
            ["aud"] = new JsonArray(node.Address),
            ["jti"] = TokenClaims.IdFor(user.Id, server.Uuid),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds() - NotBeforeSlack,
            ["exp"] = (now + life).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in own)
            claims[name] = value?.DeepClone();
        claims["user_uuid"] = user.Uuid;
        claims["user_id"] = user.Id;
        claims["unique_id"] = RandomNumberGenerator.GetHexString(16);
        if (panel.Options.TokenScopes && panel.Faults.Take(PterodactylFault.TokenNoScope) is null)
            claims["scope"] = scope;
        return SignedToken.Write(claims, node.DaemonSecret);
    }
}
