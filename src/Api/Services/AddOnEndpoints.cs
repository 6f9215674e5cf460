using System.ComponentModel.DataAnnotations;
using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Services;

namespace Elizon.Api.Services;

/// <summary>What was added to a service. It is ordered through the cart.</summary>
public static class AddOnEndpoints
{
    public static void MapAddOns(this IEndpointRouteBuilder api)
    {
        var service = api.MapGroup("/services/{id}").WithTags("Services");
        service
            .MapGet("/add-ons", List)
            .User("services:read", Permission.View)
            .Answers<AddOnView[]>("addOns")
            .WithSummary("What was added to a service, each with its contract.");
        service
            .MapPost("/ips/cancel", Cancel)
            .User("services:write", Permission.Settings)
            .Answers<AddOnView>("addOn")
            .WithSummary("Schedule cancellation of an added address at period end, or undo it.");
        service
            .MapDelete("/ips/cancel", Undo)
            .User("services:write", Permission.Settings)
            .Answers<AddOnView>("addOn")
            .WithSummary("Undo a scheduled cancellation of an added address.");
    }

    private static async Task<IResult> List(ServiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("addOns", await grains.AddOnDesk().List(id, caller));

    private static async Task<IResult> Cancel(
        ServiceId id,
        CancelIpBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("addOn", await grains.AddOnDesk().CancelAddress(id, body.Ip, body.Undo, caller));

    private static async Task<IResult> Undo(
        ServiceId id,
        string? ip,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok("addOn", await grains.AddOnDesk().CancelAddress(id, ip ?? "", undo: true, caller));
}

/// <summary>Which address.</summary>
/// <param name="Ip">"ip:port", or the address alone where only one was added with it.</param>
/// <param name="Undo">True: takes a scheduled cancellation back.</param>
public sealed record CancelIpBody([property: MaxLength(128)] string Ip, bool Undo = false);
