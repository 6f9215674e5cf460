using System.Security.Cryptography;
using System.Text;
using Elizon.Api.Rules;

namespace Elizon.Api.Requests;

/// <summary>Idempotency-Key to <see cref="Elizon.Operation"/>: the key belongs to one person and one thing, so nobody meets another's answer.</summary>
internal static class OperationKey
{
    public const string Header = "Idempotency-Key";

    public static string? Of(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
            return null;
        return values is [{ Length: >= 1 and <= 255 } key] && key.All(c => c is > ' ' and <= '~')
            ? key
            : throw GateRefusals.OperationKey();
    }

    public static async Task<Operation> Operation(
        HttpContext http,
        RouteEndpoint endpoint,
        RequestCaller caller,
        string key
    )
    {
        var scope = string.Join(
            '\n',
            Person(caller),
            http.Request.Method,
            endpoint.RoutePattern.RawText,
            Values(endpoint, http.Request),
            key
        );
        return new Operation(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scope))),
            await BodyHash(http.Request)
        );
    }

    /// <summary>A person without an account is told apart by address, or two of them could share a key.</summary>
    private static string Person(RequestCaller caller) =>
        caller.Caller.Kind == CallerKind.Anonymous
            ? $"address/{caller.Client.Address}"
            : caller.Caller.User.Value;

    private static string Values(RouteEndpoint endpoint, HttpRequest request) =>
        string.Join(
            '/',
            endpoint.RoutePattern.Parameters.Select(p => request.RouteValues[p.Name]?.ToString())
        );

    /// <summary>The query is part of what is asked: "DELETE /sessions?id=…" carries its subject there.</summary>
    private static async Task<string> BodyHash(HttpRequest request)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(request.QueryString.Value + "\n"));
        var buffer = new byte[16 * 1024];
        int read;
        while (
            (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0
        )
            hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
