namespace Elizon.Sandbox.Mollie.Http;

/// <param name="World"><c>test</c> or <c>live</c>: the two never see each other's data.</param>
/// <param name="Key">The API key itself, part of an idempotency key's scope.</param>
internal sealed record MollieAccess(string World, string Key)
{
    private const string Scheme = "Bearer ";

    public static MollieAccess Of(HttpRequest request, SandboxOptions options)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw MollieProblem.Unauthorized();
        var key = header[Scheme.Length..].Trim();
        if (key == options.MollieTestKey)
            return new MollieAccess("test", key);
        if (key == options.MollieLiveKey)
            return new MollieAccess("live", key);
        throw MollieProblem.Unauthorized();
    }
}
