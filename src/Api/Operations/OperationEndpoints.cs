using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Identity;
using Elizon.Operations;

namespace Elizon.Api.Operations;

/// <summary>Long work: how far it is, and for staff what is stuck.</summary>
public static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder api) =>
        api.MapGet("/operations/{id}", Find)
            .User("services:read")
            .Answers<OperationView>("operation")
            .WithTags("Operations")
            .WithSummary("State, step, progress and last error of a piece of long work.");

    public static void MapOperationsAdmin(this IEndpointRouteBuilder admin)
    {
        var operations = admin.MapGroup("/operations").WithTags("Admin: services");
        operations
            .MapGet("", List)
            .Staff(StaffRole.Support)
            .AnswersPage<StaffOperationView>("operations")
            .WithSummary("Operations by state, newest first.");
        operations
            .MapPost("/{id}/retry", Retry)
            .Staff(StaffRole.Operations)
            .Answers<OperationView>("operation")
            .WithSummary("Try an open operation again now.");
    }

    private static async Task<IResult> Find(OperationId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("operation", await grains.OperationReader().Find(id, caller));

    private static async Task<IResult> List(
        Word<OperationState>? state,
        int? page,
        int? limit,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "operations",
            await grains.OperationReader().List(state?.Value, PageRequest.Of(page, limit), caller)
        );

    private static async Task<IResult> Retry(OperationId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("operation", await grains.OperationReader().Retry(id, caller));
}
