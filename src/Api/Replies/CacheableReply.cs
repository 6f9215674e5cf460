using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace Elizon.Api.Replies;

/// <summary>
/// A public answer that browsers and proxies may keep for some seconds and then ask about by its ETag, the hash of the
/// body.
/// </summary>
internal sealed class CacheableReply(IResult reply, int seconds) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = response.Body;
        using var buffer = new MemoryStream();
        response.Body = buffer;
        try
        {
            await reply.ExecuteAsync(httpContext);
        }
        finally
        {
            response.Body = body;
        }
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        var tag = TagOf(bytes.Span);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = string.Create(
            CultureInfo.InvariantCulture,
            $"public, max-age={seconds}"
        );
        if (Knows(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            response.ContentLength = null;
        }
        else
            await body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    private static string TagOf(ReadOnlySpan<byte> body) =>
        $"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 16))}\"";

    private static bool Knows(HttpRequest request, string tag) =>
        request
            .Headers.IfNoneMatch.SelectMany(value => (value ?? "").Split(','))
            .Any(known => known.Trim() is "*" || known.Trim().Replace("W/", "") == tag);
}

/// <summary>Says on a route that its answer is the same for everybody.</summary>
public static class CacheableRoutes
{
    public static TBuilder Cacheable<TBuilder>(this TBuilder route, int seconds)
        where TBuilder : IEndpointConventionBuilder =>
        route.AddEndpointFilter<TBuilder>(
            async (context, next) =>
                await next(context) is IResult reply
                    ? new CacheableReply(reply, seconds)
                    : throw new InvalidOperationException("A cacheable route answers a result.")
        );
}
