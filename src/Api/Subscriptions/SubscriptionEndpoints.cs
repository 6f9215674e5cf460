using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Identity;
using Elizon.Services;
using Elizon.Subscriptions;

namespace Elizon.Api.Subscriptions;

/// <summary>The contract over a service.</summary>
public static class SubscriptionEndpoints
{
    public static void MapSubscriptions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/user/subscriptions", List)
            .WithTags("Users")
            .User("services:read")
            .AnswersPage<SubscriptionView>("subscriptions")
            .WithSummary("Get all active subscriptions for the current user.");
        api.MapPost("/user/subscriptions", OfPaidLine)
            .WithTags("Users")
            .User("services:write")
            .Answers<SubscriptionView>("subscription")
            .WithSummary("The contract over a paid order line; it begins with the delivery.");
        var service = api.MapGroup("/services/{id}").WithTags("Services");
        service
            .MapGet("/billing-cycles", Cycles)
            .User("services:read", Permission.View)
            .Answers<CyclePrice[]>("billingCycles")
            .WithSummary("Get allowed billing cycles for a service.");
        service
            .MapPost("/renew", Renew)
            .User("services:write", Permission.Settings)
            .Answers<RenewalPreview>("renewal")
            .WithSummary("Preview the renewal's price and dates. Creates no invoice.");
        MapContract(service.MapGroup("/subscription"));
    }

    public static void MapSubscriptionsAdmin(this IEndpointRouteBuilder admin) =>
        admin
            .MapPost("/subscriptions/{id}/price", ChangePrice)
            .WithTags("Admin: subscriptions")
            .Staff(StaffRole.Billing)
            .Answers<SubscriptionView>("subscription")
            .WithSummary("A new price from a day on; the customer is told at once.");

    private static void MapContract(IEndpointRouteBuilder contract)
    {
        contract
            .MapGet("", Show)
            .User("services:read", Permission.View)
            .Answers<SubscriptionView>("subscription")
            .WithSummary("Get subscription details for a service.");
        contract
            .MapPatch("/autopay", SetAutopay)
            .User("services:write")
            .Answers<SubscriptionView>("subscription")
            .WithSummary("Configure autopay settings for a subscription.");
        contract
            .MapPatch("/billing-address", SetBillingAddress)
            .User("services:write")
            .Answers<SubscriptionView>("subscription")
            .WithSummary("Set billing address for a subscription, of the address book.");
        contract
            .MapPost("/cancel", Cancel)
            .User("services:write", Permission.Settings)
            .Answers<SubscriptionView>("subscription")
            .WithSummary("Cancel subscription immediately or at period end.");
        contract
            .MapPost("/reactivate", Reactivate)
            .User("services:write", Permission.Settings)
            .Answers<SubscriptionView>("subscription")
            .WithSummary("Undo a pending (period-end) cancellation.");
        contract
            .MapPatch("/interval", SetInterval)
            .User("services:write", Permission.Settings)
            .Answers<SubscriptionView>("subscription")
            .WithSummary("Set the next billing cycle (applied at renewal).");
        contract
            .MapPost("/extend", Extend)
            .User("services:write", Permission.Settings)
            .Answers<SubscriptionView>("subscription")
            .WithSummary(
                "Extend the subscription: the next period, seven days once, loyalty once."
            );
    }

    private static async Task<IResult> List(
        [AsParameters] SubscriptionQuery query,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Page("subscriptions", await grains.SubscriptionReader().List(query.Paging, caller));

    private static async Task<IResult> OfPaidLine(
        PaidSubscriptionBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "subscription",
            await grains
                .SubscriptionReader()
                .OfPaidLine(new PaidLine(body.InvoiceId, body.OrderId, body.Line), caller)
        );

    private static async Task<IResult> SetBillingAddress(
        ServiceId id,
        BillingAddressBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "subscription",
            await grains.Subscription(id).SetBillingAddress(body.AddressId, caller)
        );

    private static async Task<IResult> Cycles(ServiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("billingCycles", await grains.Subscription(id).Cycles(caller));

    private static async Task<IResult> Renew(
        ServiceId id,
        RenewBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "renewal",
            await grains.Subscription(id).PreviewRenewal(body.BillingCycle, caller)
        );

    private static async Task<IResult> Show(ServiceId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("subscription", await grains.Subscription(id).Show(caller));

    private static async Task<IResult> SetAutopay(
        ServiceId id,
        AutopayBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "subscription",
            await grains.Subscription(id).SetAutopay(body.Enabled, body.NetPointsFirst, caller)
        );

    private static async Task<IResult> Cancel(
        ServiceId id,
        CancelSubscriptionBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("subscription", await grains.Subscription(id).Cancel(body.Immediate, caller));

    private static async Task<IResult> Reactivate(
        ServiceId id,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("subscription", await grains.Subscription(id).Reactivate(caller));

    private static async Task<IResult> SetInterval(
        ServiceId id,
        IntervalBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "subscription",
            await grains.Subscription(id).SetInterval(body.BillingCycle, caller)
        );

    private static async Task<IResult> Extend(
        ServiceId id,
        ExtendBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("subscription", await grains.Subscription(id).Extend(body.Offer, caller));

    private static async Task<IResult> ChangePrice(
        ServiceId id,
        ChangePriceBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "subscription",
            await grains.Subscription(id).ChangePrice(body.Price, body.From, caller)
        );
}
