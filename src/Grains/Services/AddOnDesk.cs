using Elizon.Catalog;
using Elizon.Services;
using Elizon.Subscriptions;
using Orleans.Concurrency;

namespace Elizon.Grains.Services;

/// <summary>Asks the service what was added, then the add-on's contract: a service awaits no contract, so neither waits for the other.</summary>
[StatelessWorker, GrainType("add-on-desk")]
internal sealed class AddOnDesk(TimeProvider clock) : Grain, IAddOnDesk
{
    public async Task<AddOnView[]> List(ServiceId service, Caller by)
    {
        var addOns = await GrainFactory.ServiceInside(service).AddOns(by, Permission.View);
        return await Task.WhenAll(addOns.Select(View));
    }

    public async Task<AddOnView> CancelAddress(ServiceId service, string ip, bool undo, Caller by)
    {
        var addOns = await GrainFactory.ServiceInside(service).AddOns(by, by.Needs);
        var addOn = Named(addOns, ip.Trim()) ?? throw CommonRefusals.NotFound("address");
        var contract = GrainFactory.Subscription(addOn.Id);
        return Of(
            addOn,
            undo ? await contract.Reactivate(by) : await contract.Cancel(atOnce: false, by)
        );
    }

    private static ServiceAddOn? Named(ServiceAddOn[] addOns, string ip)
    {
        var addresses = addOns.Where(a => a is { Kind: AddOnKind.Address, Delivered: true });
        ServiceAddOn[] exact = [.. addresses.Where(a => a.Address == ip || a.Id.Value == ip)];
        ServiceAddOn[] alone =
        [
            .. addresses.Where(a =>
                a.Address?.StartsWith($"{ip}:", StringComparison.Ordinal) == true
            ),
        ];
        return exact.FirstOrDefault() ?? (alone is [var only] ? only : null);
    }

    private async Task<AddOnView> View(ServiceAddOn addOn) =>
        Of(addOn, addOn.Delivered ? await Contract(addOn.Id) : null);

    /// <summary>Its first period begins by message, a moment after the delivery.</summary>
    private async Task<SubscriptionView?> Contract(ServiceId addOn)
    {
        try
        {
            return await GrainFactory.Subscription(addOn).Show(Caller.System(clock.GetUtcNow()));
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.NotFound)
        {
            return null;
        }
    }

    private static AddOnView Of(ServiceAddOn addOn, SubscriptionView? contract) =>
        new(addOn.Id, addOn.Kind, addOn.Amount, addOn.Address, contract);
}
