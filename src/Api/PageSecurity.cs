using System.Security.Cryptography;

namespace Elizon.Api;

/// <summary>
/// Headers of every answer. JSON needs nothing a browser could load, so everything is forbidden; the few pages say what
/// they need with <see cref="Allow"/>.
/// </summary>
public static class PageSecurity
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>A page of ours: its scripts and styles by nonce, data from this origin. Returns the nonce.</summary>
    public static string Allow(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        return nonce;
    }

    internal static Task Write(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Nothing;
        headers["Referrer-Policy"] = "no-referrer";
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            headers.CacheControl = "no-store";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return next(http);
    }
}
