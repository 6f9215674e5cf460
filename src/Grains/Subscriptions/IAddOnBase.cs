using Elizon.Services;

namespace Elizon.Grains.Subscriptions;

/// <summary>The contract over a service as an add-on sees it.</summary>
/// <param name="PaidDay">First day behind the paid time.</param>
/// <param name="At">Time of day at which periods end.</param>
[GenerateSerializer, Immutable, Alias("AddOnBase")]
internal sealed record AddOnBase(
    [property: Id(0)] ServiceOrder Order,
    [property: Id(1)] DateOnly PaidDay,
    [property: Id(2)] TimeOnly At,
    [property: Id(3)] int Cycle
);

/// <summary>What carts and add-ons ask a service's contract. It never awaits an add-on.</summary>
[Alias("IAddOnBase")]
internal interface IAddOnBase : IGrainWithStringKey
{
    /// <exception cref="Refusal">NotFound for strangers, Forbidden for others than the owner, Conflict: it ends or stands still.</exception>
    [Alias("Base")]
    Task<AddOnBase> Base(Caller by);

    /// <summary>Whether it goes on behind an instant, as far as anybody knows now.</summary>
    [Alias("GoesOnBehind")]
    Task<bool> GoesOnBehind(DateTimeOffset at);
}

/// <summary>The only way to it.</summary>
internal static class AddOnBaseFactory
{
    public static IAddOnBase AddOnBase(this IGrainFactory grains, ServiceId service) =>
        grains.GetGrain<IAddOnBase>(GrainId.Create(SubscriptionAddress.Kind, service.Value));
}
