using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Elizon.Identity;

namespace Elizon.Api.Rules;

/// <summary>Where a request carried its token.</summary>
internal enum CredentialKind
{
    Key,
    Bearer,
    Cookie,
}

/// <summary>A token as a request presents it, by its hash; the token itself is not kept.</summary>
internal readonly record struct Credential(CredentialKind Kind, string Hash)
{
    /// <summary>32 bytes in base64url.</summary>
    private const int SecretLength = 43;

    private static readonly SearchValues<char> Base64Url = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    );

    public bool IsKey => Kind == CredentialKind.Key;

    /// <summary>
    /// The credential of a request, or null. A header outranks the cookie, which a browser sends unasked; a header that
    /// holds no token of ours is refused, a stale cookie is not.
    /// </summary>
    public static Credential? Of(HttpRequest request)
    {
        if (request.Headers.TryGetValue("x-api-key", out var keys))
            return Parse(CredentialKind.Key, keys, TokenHash.KeyPrefix)
                ?? throw GateRefusals.InvalidCredential();
        if (request.Headers.Authorization is [{ Length: > 0 } header])
            return Bearer(header);
        return request.Cookies.TryGetValue(SessionCookie.Name, out var cookie)
            ? Parse(CredentialKind.Cookie, cookie, TokenHash.SessionPrefix)
            : null;
    }

    private static Credential Bearer(string header)
    {
        const string Scheme = "Bearer ";
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw GateRefusals.KeyInWrongHeader();
        var token = header[Scheme.Length..].Trim();
        if (token.StartsWith(TokenHash.KeyPrefix, StringComparison.Ordinal))
            throw GateRefusals.KeyInWrongHeader();
        return Parse(CredentialKind.Bearer, token, TokenHash.SessionPrefix)
            ?? throw GateRefusals.InvalidCredential();
    }

    private static Credential? Parse(CredentialKind kind, string? token, string prefix) =>
        IsToken(token, prefix) ? new Credential(kind, TokenHash.Of(token)) : null;

    /// <summary>Rubbish wakes no grain.</summary>
    private static bool IsToken([NotNullWhen(true)] string? token, string prefix) =>
        token?.Length == prefix.Length + SecretLength
        && token.StartsWith(prefix, StringComparison.Ordinal)
        && !token.AsSpan(prefix.Length).ContainsAnyExcept(Base64Url);
}
