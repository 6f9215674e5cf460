using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Subscriptions;

namespace Elizon.Api.Subscriptions;

/// <summary>Changes of a server's size: what can be had, for how much, and the order.</summary>
public static class UpgradeEndpoints
{
    public static void MapUpgrades(this IEndpointRouteBuilder api)
    {
        api.MapPost("/cart/upgrade", Quote)
            .WithTags("Warenkorb & Checkout")
            .User("billing:read")
            .Answers<UpgradeQuote>("item")
            .WithSummary(
                "Calculate upgrade/downgrade pricing for a service. Returns cart item with prorated pricing."
            );
        var service = api.MapGroup("/services/{id}").WithTags("Services");
        service
            .MapGet("/upgrade", Show)
            .User("services:read", Permission.View)
            .Answers<UpgradeOptions>("upgrade")
            .WithSummary(
                "What the server can be changed to, with prices and the time that is paid."
            );
        service
            .MapPost("/upgrade", Upgrade)
            .User("services:write", Permission.Settings)
            .Answers<ContractChange>("change", StatusCodes.Status202Accepted)
            .WithSummary("Upgrade/resize service resources (CPU, RAM, disk) via provider adapter.");
        service
            .MapPost("/apply-downgrade", Downgrade)
            .User("services:write", Permission.Settings)
            .Answers<ContractChange>("change", StatusCodes.Status202Accepted)
            .WithSummary(
                "Apply a downgrade immediately: adjust resources, extend subscription period, restart service."
            );
    }

    private static async Task<IResult> Quote(
        QuoteChangeBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "item",
            await grains.Subscription(body.ServiceId).QuoteChange(body.Resources.Wishes, caller)
        );

    private static async Task<IResult> Show(ServiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("upgrade", await grains.Subscription(id).Upgrades(caller));

    private static async Task<IResult> Upgrade(
        ServiceId id,
        UpgradeBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Accepted("change", await grains.Subscription(id).Upgrade(body.Order, caller));

    private static async Task<IResult> Downgrade(
        ServiceId id,
        DowngradeBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Accepted("change", await grains.Subscription(id).Downgrade(body.Order, caller));
}
