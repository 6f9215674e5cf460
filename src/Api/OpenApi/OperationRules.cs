using System.Text.Json.Nodes;
using Elizon.Api.Replies;
using Elizon.Api.Requests;
using Elizon.Api.Rules;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Elizon.Api.OpenApi;

/// <summary>The access rule of a route in its operation: security, scopes, rights, and the headers of mutating calls.</summary>
internal static class OperationRules
{
    public static Task Apply(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<ApiRule>().LastOrDefault() is not { } rule)
            return Task.CompletedTask;
        operation.OperationId ??= Name(context);
        operation.Security = Security(rule, context.Document!);
        Describe(operation, rule);
        if (operation.RequestBody is not null)
            Extend(operation, "x-elizon-max-body", JsonValue.Create(MaxBody(metadata, context)));
        if (Origins.IsMutating(context.Description.HttpMethod ?? "GET"))
            AddHeaders(operation, rule);
        return Task.CompletedTask;
    }

    /// <summary>"patchServicesById": what generated clients call the operation.</summary>
    private static string Name(OpenApiOperationTransformerContext context)
    {
        var words = context
            .Description.RelativePath!.Split('/')
            .Where(s => s is not "api")
            .SelectMany(s => s.StartsWith('{') ? ["by", .. Words(s.Trim('{', '}'))] : Words(s));
        return context.Description.HttpMethod!.ToLowerInvariant()
            + string.Concat(words.Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
    }

    private static string[] Words(string segment) =>
        segment.Split(['-', '.'], StringSplitOptions.RemoveEmptyEntries);

    private static List<OpenApiSecurityRequirement> Security(ApiRule rule, OpenApiDocument document)
    {
        if (rule.Access is Access.Public or Access.Internal)
            return [];
        List<OpenApiSecurityRequirement> ways =
        [
            Way(DocumentHead.Session, null, document),
            Way(DocumentHead.Cookie, null, document),
        ];
        if (rule.AllowsKey)
            ways.Insert(0, Way(DocumentHead.ApiKey, rule.Scope, document));
        return ways;
    }

    private static OpenApiSecurityRequirement Way(
        string scheme,
        string? scope,
        OpenApiDocument document
    ) =>
        new()
        {
            [new OpenApiSecuritySchemeReference(scheme, document)] = scope is null ? [] : [scope],
        };

    private static void Describe(OpenApiOperation operation, ApiRule rule)
    {
        string?[] lines =
        [
            operation.Description,
            rule.Scope is { } scope ? $"API key scope: `{scope}`." : null,
            rule.AllowsKey || rule.Access == Access.Internal ? null : "Session only: no API key.",
            rule.Needs == Permission.None
                ? null
                : $"Rights on a shared resource: `{FlagWords.Text(rule.Needs)}`.",
            rule.Access == Access.Staff ? $"Staff role: `{rule.Role}`." : null,
        ];
        var text = string.Join("\n\n", lines.Where(l => !string.IsNullOrEmpty(l)));
        operation.Description = text.Length > 0 ? text : null;
        Extend(
            operation,
            "x-elizon-access",
            JsonValue.Create(rule.Access.ToString().ToLowerInvariant())
        );
        Extend(operation, "x-elizon-needs", JsonValue.Create(FlagWords.Text(rule.Needs)));
    }

    private static void Extend(OpenApiOperation operation, string name, JsonValue value)
    {
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
        operation.Extensions[name] = new JsonNodeExtension(value);
    }

    /// <summary>Bytes.</summary>
    private static long MaxBody(
        IList<object> metadata,
        OpenApiOperationTransformerContext context
    ) =>
        metadata.OfType<IRequestSizeLimitMetadata>().LastOrDefault()?.MaxRequestBodySize
        ?? context.ApplicationServices.GetRequiredService<IOptions<ApiOptions>>().Value.MaxBody;

    private static void AddHeaders(OpenApiOperation operation, ApiRule rule)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(
            Header(
                OperationKey.Header,
                "1 to 255 printable characters. A repeat with the same key gets the first answer.",
                255
            )
        );
        if (rule.Access == Access.Staff)
            operation.Parameters.Add(
                Header("X-Reason", "Why; kept in the audit log. Or 'reason' in the body.", 500)
            );
    }

    private static OpenApiParameter Header(string name, string description, int length) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = length },
        };
}
