using Elizon.Catalog;
using Elizon.Subscriptions;

namespace Elizon.Services;

/// <summary>What was added to a service, with its contract. Stateless: asks the service, then the add-on's subscription.</summary>
[Alias("IAddOnDesk")]
public interface IAddOnDesk : IGrainWithIntegerKey
{
    /// <exception cref="Refusal">NotFound for strangers.</exception>
    [Alias("List")]
    Task<AddOnView[]> List(ServiceId service, Caller by);

    /// <summary>Ends an added address with its paid period, or takes that back until then.</summary>
    /// <param name="ip">"ip:port", the address alone where only one was added with it, or the add-on's id.</param>
    /// <exception cref="Refusal">NotFound: no such address was added. Conflict: nothing to take back. Forbidden: not the owner.</exception>
    [Alias("CancelAddress")]
    Task<AddOnView> CancelAddress(ServiceId service, string ip, bool undo, Caller by);
}

/// <summary>An add-on as its customer sees it.</summary>
/// <param name="Id">Its contract is found under this id, as those of services are.</param>
/// <param name="Amount">MiB of disk; 1 for an address.</param>
/// <param name="Address">"ip:port" once it is there.</param>
/// <param name="Contract">Null until it was delivered.</param>
[GenerateSerializer, Immutable, Alias("AddOnView")]
public sealed record AddOnView(
    [property: Id(0)] ServiceId Id,
    [property: Id(1)] AddOnKind Kind,
    [property: Id(2)] int Amount,
    [property: Id(3)] string? Address,
    [property: Id(4)] SubscriptionView? Contract
);

/// <summary>The only way to it.</summary>
public static class AddOnsGrainFactory
{
    public static IAddOnDesk AddOnDesk(this IGrainFactory grains) => grains.GetGrain<IAddOnDesk>(0);
}
