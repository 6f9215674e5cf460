using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Elizon.Api.OpenApi;

/// <summary>The document at /openapi/v1.json and the page at /docs, both printed from the routes' own metadata.</summary>
internal static class OpenApiSetup
{
    public const string Document = "v1";

    public static void AddElizonOpenApi(this IServiceCollection services)
    {
        services.AddOpenApi(
            Document,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.ShouldInclude = _ => true;
                options.CreateSchemaReferenceId = SchemaNames.Of;
                options.AddSchemaTransformer(SchemaForms.Apply);
                options.AddOperationTransformer(ParameterForms.Apply);
                options.AddOperationTransformer(OperationRules.Apply);
                options.AddOperationTransformer(OperationAnswers.Apply);
                options.AddDocumentTransformer(DocumentHead.Apply);
                options.AddDocumentTransformer(RequestExamples.Apply);
            }
        );
        services.AddSingleton<OpenApiText>();
    }

    public static void MapElizonOpenApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/openapi/v1.json", (OpenApiText text) => text.Reply())
            .Public()
            .ExcludeFromDescription();
        app.MapScalarApiReference(
                "/docs",
                (options, http) =>
                    options
                        .WithTitle("Elizon API")
                        .WithOpenApiRoutePattern("/openapi/v1.json")
                        .DisableDefaultFonts()
                        // What would call home or offer the vendor's services.
                        .DisableTelemetry()
                        .DisableAgent()
                        .DisableMcp()
                        .HideDeveloperTools()
                        .WithNonce(PageSecurity.Allow(http))
            )
            .Public();
    }
}
