using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Catalog;
using Elizon.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Elizon.Api.Catalog;

/// <summary>The catalogue for operators: one document, applied as a whole.</summary>
public static class CatalogAdminEndpoints
{
    /// <summary>A thousand products with their texts.</summary>
    private const long MaxBody = 8 * 1024 * 1024;

    public static void MapCatalogAdmin(this IEndpointRouteBuilder admin)
    {
        var catalog = admin.MapGroup("/catalog").WithTags("Catalog");
        catalog
            .MapPut("", Apply)
            .Staff(StaffRole.Operations)
            .Answers<CatalogApplied>("applied")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .WithSummary(
                "Make the catalogue what the document says. With dryRun only the difference is told; prune allows things to be withdrawn."
            );
        catalog
            .MapGet("", Show)
            .Staff(StaffRole.Operations)
            .Answers<CatalogDocument>("catalog")
            .WithSummary("The catalogue in force as a document, without secrets.");
    }

    private static async Task<IResult> Apply(
        CatalogDocument body,
        bool? dryRun,
        bool? prune,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "applied",
            await grains
                .CatalogAdmin()
                .Apply(body, new ApplyOptions(dryRun ?? false, prune ?? false), caller)
        );

    private static async Task<IResult> Show(IGrainFactory grains) =>
        Reply.Ok("catalog", await grains.Catalog().Show());
}
