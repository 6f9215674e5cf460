using System.Text.Json;

namespace Elizon.Api.Requests;

/// <summary>Why staff do something: kept with the audit entry.</summary>
internal static class Reason
{
    public static string? OfHeader(HttpRequest request) =>
        request.Headers.TryGetValue("X-Reason", out var header) ? Fit(header.ToString()) : null;

    public static string? OfBody(JsonDocument? body) =>
        body?.RootElement is { ValueKind: JsonValueKind.Object } root
        && root.TryGetProperty("reason", out var reason)
        && reason.ValueKind == JsonValueKind.String
            ? Fit(reason.GetString()!)
            : null;

    private static string? Fit(string text) =>
        text.Trim() is { Length: >= 3 and <= 500 } fit ? fit : null;
}
