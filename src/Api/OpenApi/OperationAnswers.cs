using System.Globalization;
using System.Text.Json.Nodes;
using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Elizon.Api.OpenApi;

/// <summary>What an operation answers: the envelope with the members its route states, and the one error form.</summary>
internal static class OperationAnswers
{
    private static readonly (int Status, string Text)[] Common =
    [
        (400, "Every fault of the request, named."),
        (429, "Rate limit exceeded; retryAfter says for how many seconds."),
        (500, "A fault of ours, with a trace for support."),
        (503, "The outcome is unknown, or a system behind us cannot be reached."),
    ];

    public static async Task Apply(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses = [];
        var error = await Named(typeof(ErrorReply), context, cancellation);
        foreach (var group in metadata.OfType<Answer>().GroupBy(a => a.Status))
            operation.Responses[Text(group.Key)] =
                group.Key == StatusCodes.Status410Gone
                    ? new OpenApiResponse { Description = "Gone for good.", Content = Json(error) }
                    : await Success(group, context, cancellation);
        if (operation.Responses.Count == 0)
            operation.Responses["200"] = await Success([], context, cancellation);
        var rule = metadata.OfType<ApiRule>().LastOrDefault() ?? new ApiRule(Access.Public);
        foreach (var (status, text) in Common.Concat(Guarded(rule, context)))
            operation.Responses[Text(status)] = new OpenApiResponse
            {
                Description = text,
                Content = Json(error),
            };
    }

    private static IEnumerable<(int, string)> Guarded(
        ApiRule rule,
        OpenApiOperationTransformerContext context
    )
    {
        if (rule.Access is Access.User or Access.Staff)
            yield return (401, "No session or API key, or an invalid one.");
        if (rule.Access is Access.User or Access.Staff || !rule.AllowsKey)
            yield return (403, "The session or key may not do this.");
        if (context.Description.RelativePath!.Contains('{', StringComparison.Ordinal))
            yield return (404, "No such thing, or not yours.");
        if (Origins.IsMutating(context.Description.HttpMethod ?? "GET"))
            yield return (
                409,
                "The state of the thing forbids it, or the Idempotency-Key came with another body."
            );
    }

    private static async Task<OpenApiResponse> Success(
        IEnumerable<Answer> answers,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        var parts = answers.ToArray();
        var response = new OpenApiResponse { Description = "Success" };
        var media = parts.Select(a => a.MediaType).OfType<string>().ToArray();
        if (media.Length > 0)
        {
            response.Content = media.ToDictionary(
                m => m,
                _ => new OpenApiMediaType(),
                StringComparer.Ordinal
            );
            return response;
        }
        var envelope = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["success"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Boolean,
                    Enum = [JsonValue.Create(true)],
                },
            },
            Required = new HashSet<string>(StringComparer.Ordinal) { "success" },
        };
        foreach (var part in parts.Where(p => p.Name is not null))
        {
            var member = await Named(part.Type!, context, cancellation);
            envelope.Properties[part.Name!] = part.Nullable ? OrNull(member) : member;
            envelope.Required.Add(part.Name!);
        }
        response.Content = Json(envelope);
        return response;
    }

    private static OpenApiSchema OrNull(IOpenApiSchema schema) =>
        new() { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, schema] };

    /// <summary>The type's schema; a record's is put among the components and referred to.</summary>
    private static async Task<IOpenApiSchema> Named(
        Type type,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        var schema = await context.GetOrCreateSchemaAsync(type, null, cancellation);
        return SchemaNames.Refer(context.Document!, schema);
    }

    private static Dictionary<string, OpenApiMediaType> Json(IOpenApiSchema schema) =>
        new(StringComparer.Ordinal)
        {
            ["application/json"] = new OpenApiMediaType { Schema = schema },
        };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
