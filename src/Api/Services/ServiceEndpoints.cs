using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Services;

namespace Elizon.Api.Services;

/// <summary>A customer's servers: list, details, power, ports, startup variables, end.</summary>
public static class ServiceEndpoints
{
    public static void MapServices(this IEndpointRouteBuilder api)
    {
        var services = api.MapGroup("/services").WithTags("Services");
        services
            .MapGet("", List)
            .User("services:read")
            .AnswersPage<ServiceSummary>("services")
            .WithSummary("Alle Services des authentifizierten Benutzers auflisten.");
        services
            .MapPost("", OfPaidLine)
            .User("services:write")
            .Answers<ServiceView>("service")
            .WithSummary("Create a new service instance for a paid order line.");
        services
            .MapPost("/status-batch", Statuses)
            .User("services:read")
            .Answers<ServiceStatusView[]>("statuses")
            .WithSummary("Fetch live provider status for multiple services.");
        MapService(services.MapGroup("/{id}"));
    }

    private static void MapService(IEndpointRouteBuilder service)
    {
        service
            .MapGet("", Show)
            .User("services:read", Permission.View)
            .Answers<ServiceView>("service")
            .WithSummary("Details eines bestimmten Services abrufen.");
        service
            .MapPatch("", Update)
            .User("services:write", Permission.Settings)
            .Answers<ServiceView>("service")
            .WithSummary("Update service properties (user notes, name).");
        service
            .MapDelete("", Cancel)
            .User("services:write", Permission.Delete)
            .Answers<ServiceView>("service")
            .WithSummary("Service kündigen / löschen.");
        service
            .MapPost("/action", Act)
            .User(
                "services:write",
                Permission.Start | Permission.Stop | Permission.Restart | Permission.Settings
            )
            .Answers<StartedAction>("action", 202)
            .WithSummary(
                "Perform a service action (start, stop, restart, kill, reset, suspend, resume)."
            );
        service
            .MapGet("/status", Status)
            .User("services:read", Permission.View)
            .Answers<ServiceStatusView>("status")
            .WithSummary("Get live service status from the provider.");
        service
            .MapGet("/allocations", Allocations)
            .User("services:read", Permission.View)
            .Answers<ServiceAllocation[]>("allocations")
            .WithSummary("Get all port allocations.");
        service
            .MapGet("/startup-variables", Variables)
            .User("services:read", Permission.View)
            .Answers<StartupVariable[]>("variables")
            .WithSummary("List startup variables.");
        service
            .MapPut("/startup-variables", SetVariables)
            .User("services:write", Permission.View | Permission.Settings)
            .Answers<ChangedVariables>("changed")
            .WithSummary("Set startup variables, by the egg's rules.");
    }

    private static async Task<IResult> List(
        [AsParameters] ServiceQuery query,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "services",
            await grains.ServiceReader().List(query.Filter, query.Paging, caller)
        );

    private static async Task<IResult> OfPaidLine(
        PaidLineBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "service",
            await grains
                .ServiceReader()
                .OfPaidLine(new PaidLine(body.InvoiceId, body.OrderId, body.Line), caller)
        );

    private static async Task<IResult> Statuses(
        StatusBatchBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("statuses", await grains.ServiceReader().Statuses(body.Ids, caller));

    private static async Task<IResult> Show(ServiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("service", await grains.Service(id).Show(caller));

    private static async Task<IResult> Update(
        ServiceId id,
        UpdateServiceBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "service",
            await grains.Service(id).Update(new ServiceUpdate(body.Name, body.Notes), caller)
        );

    private static async Task<IResult> Cancel(ServiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("service", await grains.Service(id).Cancel(caller));

    private static async Task<IResult> Act(
        ServiceId id,
        ActionBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Accepted("action", await grains.Service(id).Act(body.Action, caller));

    private static async Task<IResult> Status(ServiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("status", await grains.ServiceReader().Status(id, caller));

    private static async Task<IResult> Allocations(
        ServiceId id,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("allocations", await grains.ServiceReader().Allocations(id, caller));

    private static async Task<IResult> Variables(
        ServiceId id,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("variables", await grains.ServiceReader().Variables(id, caller));

    private static async Task<IResult> SetVariables(
        ServiceId id,
        VariablesBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("changed", await grains.Service(id).SetVariables(body.Variables, caller));
}
