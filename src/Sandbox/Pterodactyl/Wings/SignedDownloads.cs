using Elizon.Sandbox.Pterodactyl.Tokens;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>Signed download URLs: each works once; a second GET is 404, an expired token a 500.</summary>
internal static class SignedDownloads
{
    private const string NotFound = "The requested resource was not found on this server.";

    public static Task File(HttpContext http, string? token)
    {
        var (server, claims) = Open(http, token, TokenClaims.FileDownload);
        FileInfo file;
        try
        {
            file = server.Files.Find(claims.FilePath ?? "");
        }
        catch (WingsFailure failure) when (failure.Status == 400)
        {
            throw new WingsFailure(404, NotFound);
        }
        return Send(http, file);
    }

    public static Task Backup(HttpContext http, string? token)
    {
        var (server, claims) = Open(http, token, TokenClaims.BackupDownload);
        var file = new FileInfo(server.Node.BackupPath(claims.BackupUuid ?? ""));
        return file.Exists
            ? Send(http, file)
            : throw new WingsFailure(404, "The requested backup was not found on this server.");
    }

    /// <summary>Checks a token and uses it up.</summary>
    public static (GameServer Server, TokenClaims Claims) Open(
        HttpContext http,
        string? token,
        string scope
    )
    {
        var node = http.Node();
        var claims = TokenClaims.Read(token ?? "", node.Secret);
        if (
            claims is null
            || TokenCheck.IsExpired(claims, node.Now)
            || (node.Options.TokenScopes && claims.Scope != scope)
        )
            throw WingsFailure.Unexpected();
        var server = node.Servers.FirstOrDefault(server => server.Uuid == claims.ServerUuid);
        if (server is null || !node.UsedTokens.Take(claims.UniqueId))
            throw new WingsFailure(404, NotFound);
        return (server, claims);
    }

    private static async Task Send(HttpContext http, FileInfo file)
    {
        http.Response.ContentType = "application/octet-stream";
        http.Response.ContentLength = file.Length;
        http.Response.Headers.ContentDisposition =
            $"attachment; filename=\"{Uri.EscapeDataString(file.Name)}\"";
        await http.Response.SendFileAsync(file.FullName, http.RequestAborted);
    }
}
