using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Countries;

namespace Elizon.Api.Countries;

/// <summary>Countries with their tax rates, for forms.</summary>
public static class CountryEndpoints
{
    public static void MapCountries(this IEndpointRouteBuilder api) =>
        api.MapGet("/public/countries", List)
            .Public()
            .Answers<CountryView[]>("countries")
            .WithTags("Health")
            .WithSummary(
                "Get list of all countries with tax rates. Used in registration and checkout forms."
            );

    private static async Task<IResult> List(
        [System.ComponentModel.DataAnnotations.MaxLength(8)] string? lang,
        IGrainFactory grains
    ) => Reply.Ok("countries", await grains.CountryDirectory().List(lang ?? "de"));
}
