using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Elizon.Api.OpenApi;

/// <summary>Title, conventions and the three ways to say who is calling.</summary>
internal static class DocumentHead
{
    public const string ApiKey = "apiKey";
    public const string Session = "session";
    public const string Cookie = "cookie";

    private const string Description = """
        REST with JSON. Every answer holds `success`; the entity stands beside it under its own name. Errors hold `error`
        (a sentence), `errorKey` (stable, for programs) and, where several faults were found, `validationErrors`.

        **Authentication**: `x-api-key: elk_…`, created in the dashboard with the scopes it needs; or a session by
        `Authorization: Bearer els_…`. Endpoints marked "session only" refuse keys with 403.

        **Rate limit**: per key or session; the headers `X-RateLimit-Limit`, `-Remaining` and `-Reset` (Unix milliseconds)
        come with every answer, 429 also brings `retryAfter` in seconds.

        **Repeats**: a mutating request with an `Idempotency-Key` can be sent again: the first answer comes back and nothing
        happens twice. The same key with another body is 409.

        **Unknown outcome**: 503 with `outcome.unknown` means that the work may have been done. Repeat with the same
        Idempotency-Key, or look the thing up.
        """;

    public static Task Apply(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellation
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "Elizon API",
            Version = "1",
            Description = Description,
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = Schemes();
        return Task.CompletedTask;
    }

    private static Dictionary<string, IOpenApiSecurityScheme> Schemes() =>
        new(StringComparer.Ordinal)
        {
            [ApiKey] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "x-api-key",
                Description = "An API key (elk_…) that holds the scope named at the endpoint.",
            },
            [Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The token of a login (els_…).",
            },
            [Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = Rules.SessionCookie.Name,
                Description =
                    "Set by a login in the browser; mutating calls must come from our own origin.",
            },
        };
}
