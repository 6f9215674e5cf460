using System.ComponentModel.DataAnnotations;
using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.ApiKeys;
using Elizon.Identity;

namespace Elizon.Api.ApiKeys;

/// <summary>A person's API keys.</summary>
public static class ApiKeyEndpoints
{
    public static void MapApiKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/api-keys").WithTags("API keys");
        keys.MapGet("", List)
            .User(ApiScopes.KeysRead)
            .Answers<ApiKeyView[]>("apiKeys")
            .WithSummary("Alle API-Schlüssel auflisten (Tokens werden maskiert).");
        keys.MapPost("", Create)
            .User(ApiScopes.KeysWrite)
            .Answers<ApiKeyView>("apiKey", 201)
            .WithSummary("Neuen API-Schlüssel erstellen.");
        keys.MapDelete("", Delete)
            .User(ApiScopes.KeysWrite)
            .AnswersSuccess()
            .WithSummary("Revoke/delete an API key by ID.");
        keys.MapGet("/usage", Usage)
            .Session()
            .Answers<ApiKeyUsage[]>("usage")
            .WithSummary("Get API Keys / Usage.");
    }

    private static async Task<IResult> List(Caller caller, IGrainFactory grains) =>
        Reply.Ok("apiKeys", await grains.User(caller.User).ApiKeys());

    private static async Task<IResult> Create(
        ApiKeyBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Created("apiKey", await grains.User(caller.User).CreateApiKey(body.Request, caller));

    private static async Task<IResult> Delete(ApiKeyId id, Caller caller, IGrainFactory grains)
    {
        await grains.User(caller.User).DeleteApiKey(id, caller);
        return Reply.Ok();
    }

    private static async Task<IResult> Usage(Caller caller, IGrainFactory grains) =>
        Reply.Ok("usage", await grains.User(caller.User).ApiKeyUsage());
}

/// <summary>A new key.</summary>
/// <param name="Scopes">What it may do: services:read, services:write, billing:read, billing:write, …</param>
/// <param name="ExpiresAt">Null: until it is deleted.</param>
/// <param name="IpAddresses">Addresses or networks it may be used from; empty: from anywhere.</param>
public sealed record ApiKeyBody(
    [property: MinLength(1), MaxLength(60)] string Name,
    [property: MinLength(1), MaxLength(20)] string[] Scopes,
    DateTimeOffset? ExpiresAt = null,
    [property: MaxLength(50)] string[]? IpAddresses = null,
    [property: Range(1, 600)] int? RateLimit = null
)
{
    internal ApiKeyRequest Request => new(Name, Scopes, ExpiresAt, IpAddresses, RateLimit);
}
