using Elizon.Grains.Outbox;
using Elizon.Grains.Services;
using Elizon.Grains.Storage;
using Elizon.Services;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions;

/// <summary>Rules of contracts over add-ons, and of what services say to them.</summary>
internal static class AddOnContracts
{
    /// <exception cref="Refusal">Conflict.</exception>
    public static AddOnBase Base(SubscriptionState state)
    {
        Changing.Renewable(state with { Open = null });
        if (state.StandsStill)
            throw ServiceRefusals.Suspended();
        if (state.Order!.AddOn is not null)
            throw SubscriptionRefusals.AddOn();
        return state.Order.Plan.ProviderKind == "pterodactyl"
            ? new AddOnBase(state.Order, state.PaidDay, state.At, state.Cycle)
            : throw ServiceRefusals.Unsupported("add-ons");
    }

    public static bool GoesOnBehind(SubscriptionState state, DateTimeOffset at) =>
        state switch
        {
            { Order: null } or { EndedAt: not null } => false,
            { CancelAtEnd: true } => state.PaidUntil > at,
            { Ends: { } ends } => ends.At > at,
            _ => true,
        };

    /// <exception cref="Refusal">Conflict for an add-on.</exception>
    public static void Guard(SubscriptionState state)
    {
        if (state.Order?.AddOn is not null)
            throw SubscriptionRefusals.AddOn();
    }

    /// <summary>Its service ends with the paid time as it looks: billed no sooner than then, for that may be taken back.</summary>
    public static Change<SubscriptionState> Wait(SubscriptionState state, DateTimeOffset now) =>
        now < state.PaidUntil
            ? Renewing.To(state with { RenewAt = state.PaidUntil })
            : Renewing.End(state, "its service ended", now);

    /// <summary>Tells the service; of an add-on's contract it hears the end alone: nothing stands still for an add-on.</summary>
    public static Change<SubscriptionState> Tell(
        this Change<SubscriptionState> change,
        Message message
    )
    {
        var order = change.Next.Order!;
        if (order.AddOn is not { } addOn)
            return change.Send(Address.Of(order.Id), message);
        return message is ServiceContractEnded
            ? change.Send(Address.Of(addOn.Service), new AddOnEnded(order.Id))
            : change;
    }
}
