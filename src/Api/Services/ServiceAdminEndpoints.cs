using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Identity;
using Elizon.Permissions;
using Elizon.Services;

namespace Elizon.Api.Services;

/// <summary>What staff do with services.</summary>
public static class ServiceAdminEndpoints
{
    public static void MapServicesAdmin(this IEndpointRouteBuilder admin)
    {
        var services = admin.MapGroup("/services").WithTags("Admin: services");
        services
            .MapGet("", List)
            .Staff(StaffRole.Support)
            .AnswersPage<StaffServiceSummary>("services")
            .WithSummary("All services, filtered.");
        services
            .MapGet("/{id}", Show)
            .Staff(StaffRole.Support)
            .Answers<StaffServiceView>("service")
            .WithSummary("One service with its work, grants and faults.");
        services
            .MapPost("/{id}/retry", Retry)
            .Staff(StaffRole.Operations)
            .Answers<StaffServiceView>("service")
            .WithSummary("Try the current work again now.");
        services
            .MapPost("/{id}/suspend", Suspend)
            .Staff(StaffRole.Operations)
            .Answers<StaffServiceView>("service")
            .WithSummary("Stop the server and refuse every action.");
        services
            .MapPost("/{id}/unsuspend", Unsuspend)
            .Staff(StaffRole.Operations)
            .Answers<StaffServiceView>("service")
            .WithSummary("Lift the suspension.");
        services
            .MapGet("/{id}/grants", Grants)
            .Staff(StaffRole.Support)
            .Answers<GrantView[]>("grants")
            .WithSummary("Who shares this service.");
        services
            .MapPost("/{id}/grants", Grant)
            .Staff(StaffRole.Support)
            .Answers<GrantView>("grant", 201)
            .WithSummary("Give a person rights on this service.");
        services
            .MapDelete("/{id}/grants/{user}", Revoke)
            .Staff(StaffRole.Support)
            .AnswersSuccess()
            .WithSummary("Take all rights from a person.");
    }

    private static async Task<IResult> List(
        [AsParameters] StaffServiceQuery query,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "services",
            await grains.ServiceReader().ListAll(query.Filter, query.Paging, caller)
        );

    private static async Task<IResult> Show(ServiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("service", await grains.Service(id).ShowStaff(caller));

    private static async Task<IResult> Retry(ServiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("service", await grains.Service(id).Retry(caller));

    private static async Task<IResult> Suspend(ServiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("service", await grains.Service(id).Suspend(Suspension.Staff, caller));

    private static async Task<IResult> Unsuspend(
        ServiceId id,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("service", await grains.Service(id).Unsuspend(caller));

    private static async Task<IResult> Grants(ServiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("grants", await grains.Service(id).Grants(caller));

    private static async Task<IResult> Grant(
        ServiceId id,
        GrantBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Created(
            "grant",
            await grains
                .Service(id)
                .Grant(new GrantRequest(body.User, body.Email, body.Permissions), caller)
        );

    private static async Task<IResult> Revoke(
        ServiceId id,
        UserId user,
        Caller caller,
        IGrainFactory grains
    )
    {
        await grains.Service(id).Revoke(user, caller);
        return Reply.Ok();
    }
}

/// <summary>Filters of staff; all optional.</summary>
public sealed record StaffServiceQuery(
    int? Page,
    int? Limit,
    Word<ServiceStatus>? Status,
    [property: System.ComponentModel.DataAnnotations.MaxLength(60)] string? Search,
    [property: System.ComponentModel.DataAnnotations.MaxLength(64)] string? Product,
    [property: System.ComponentModel.DataAnnotations.MaxLength(64)] string? Provider,
    UserId? Owner,
    bool? Faulty
)
{
    internal PageRequest Paging => PageRequest.Of(Page, Limit);

    internal ServiceFilter Filter =>
        new(Status?.Value, Search, Product, Provider, Owner, Faulty ?? false);
}

/// <summary>Who gets which rights; the person by id or by e-mail address.</summary>
public sealed record GrantBody(
    Permission Permissions,
    UserId? User = null,
    [property: System.ComponentModel.DataAnnotations.MaxLength(254)] string? Email = null
);
