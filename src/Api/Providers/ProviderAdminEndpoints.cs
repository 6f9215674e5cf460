using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Identity;
using Elizon.Providers;

namespace Elizon.Api.Providers;

/// <summary>What staff sees of panels and clusters, and asks of them.</summary>
public static class ProviderAdminEndpoints
{
    public static void MapProvidersAdmin(this IEndpointRouteBuilder admin)
    {
        var providers = admin.MapGroup("/providers").WithTags("Admin: providers");
        providers
            .MapGet("", List)
            .Staff(StaffRole.Support)
            .Answers<ProviderView[]>("providers")
            .WithSummary("All panels and clusters.");
        providers
            .MapGet("/{id}", Show)
            .Staff(StaffRole.Support)
            .Answers<ProviderView>("provider")
            .WithSummary("One provider.");
        providers
            .MapPost("/{id}/test", Test)
            .Staff(StaffRole.Operations)
            .Answers<ProviderCheck[]>("checks")
            .WithSummary("Check line, keys, rights, nodes and locations.");
        providers
            .MapPost("/{id}/sync", Sync)
            .Staff(StaffRole.Operations)
            .Answers<int>("eggs")
            .WithSummary("Read all games from the panel.");
        providers
            .MapGet("/{id}/line", Line)
            .Staff(StaffRole.Operations)
            .Answers<ProviderLineView>("line")
            .WithSummary("Breakers, budgets and latest calls.");
    }

    private static async Task<IResult> List(Caller caller, IGrainFactory grains) =>
        Reply.Ok("providers", await grains.ProviderReader().List(caller));

    private static async Task<IResult> Show(ProviderId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("provider", await grains.Provider(id).Show(caller));

    private static async Task<IResult> Test(ProviderId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("checks", await grains.Provider(id).Test(caller));

    private static async Task<IResult> Sync(ProviderId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("eggs", await grains.Provider(id).SyncEggs(caller));

    private static async Task<IResult> Line(ProviderId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("line", await grains.Provider(id).Line(caller));
}
