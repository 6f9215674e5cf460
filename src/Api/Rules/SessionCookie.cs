namespace Elizon.Api.Rules;

/// <summary>The session of our own pages: HttpOnly, SameSite=Lax, Secure behind TLS.</summary>
public static class SessionCookie
{
    public const string Name = "elizon_session";

    /// <summary>Gives the browser a session token until <paramref name="expires"/>.</summary>
    public static void Issue(HttpContext http, string token, DateTimeOffset expires) =>
        http.Response.Cookies.Append(Name, token, Options(http, expires));

    public static void Clear(HttpContext http) =>
        http.Response.Cookies.Delete(Name, Options(http, null));

    private static CookieOptions Options(HttpContext http, DateTimeOffset? expires) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/",
            Expires = expires,
            IsEssential = true,
        };
}
