using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Metadata;

namespace Elizon.Api.Requests;

/// <summary>The bytes of a JSON body, read once and handed on to the framework's binding.</summary>
internal static class RawBody
{
    private static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    public static bool IsJson(IAcceptsMetadata? accepts) =>
        accepts is { RequestType: not null }
        && accepts.ContentTypes.Contains("application/json", StringComparer.OrdinalIgnoreCase);

    public static async Task<ReadOnlyMemory<byte>> ReadJson(HttpContext http)
    {
        var request = http.Request;
        RefuseOtherEncodings(request);
        var copy = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, 64 * 1024));
        await request.Body.CopyToAsync(copy, http.RequestAborted);
        var bytes = copy.GetBuffer().AsMemory(0, (int)copy.Length);
        // Routing refuses another media type; what names none is left to binding, which would come after our own checks.
        if (!bytes.IsEmpty && string.IsNullOrEmpty(request.ContentType))
            throw new BadHttpRequestException(
                "The body has no media type.",
                StatusCodes.Status415UnsupportedMediaType
            );
        if (bytes.Span.StartsWith(Bom))
            bytes = bytes[Bom.Length..];
        request.Body = new MemoryStream(bytes.ToArray(), writable: false);
        return bytes;
    }

    /// <summary>JSON is UTF-8 (RFC 8259); a compressed body could grow past every limit.</summary>
    private static void RefuseOtherEncodings(HttpRequest request)
    {
        var charset = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            ? type.CharSet
            : null;
        if (
            request.Headers.ContentEncoding.Count > 0
            || charset is not null
                && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        )
            throw new BadHttpRequestException(
                "Only UTF-8 without compression is taken.",
                StatusCodes.Status415UnsupportedMediaType
            );
    }
}
