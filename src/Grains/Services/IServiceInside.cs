using Elizon.Catalog;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>What readers inside the silo need beyond the customer's view. Never leaves it.</summary>
[GenerateSerializer, Immutable, Alias("ServiceInside")]
internal sealed record ServiceInside(
    [property: Id(0)] ServiceView View,
    [property: Id(1)] ProviderId Provider,
    [property: Id(2)] string? Egg,
    [property: Id(3)] ServerReference? Server,
    [property: Id(4)] Dictionary<string, string> Variables
);

/// <summary>An add-on as its service knows it.</summary>
[GenerateSerializer, Immutable, Alias("ServiceAddOn")]
internal sealed record ServiceAddOn(
    [property: Id(0)] ServiceId Id,
    [property: Id(1)] AddOnKind Kind,
    [property: Id(2)] int Amount,
    [property: Id(3)] string? Address,
    [property: Id(4)] bool Delivered
);

/// <summary>The inner side of a service.</summary>
[Alias("IServiceInside")]
internal interface IServiceInside : IGrainWithStringKey
{
    /// <exception cref="Refusal">NotFound, Forbidden.</exception>
    [Alias("Inside")]
    Task<ServiceInside> Inside(Caller by, Permission need);

    /// <summary>What was added, the oldest first.</summary>
    /// <exception cref="Refusal">NotFound, Forbidden.</exception>
    [Alias("AddOns")]
    Task<ServiceAddOn[]> AddOns(Caller by, Permission need);
}

/// <summary>The only way to it.</summary>
internal static class ServiceInsideFactory
{
    public static IServiceInside ServiceInside(this IGrainFactory grains, ServiceId id) =>
        grains.GetGrain<IServiceInside>(GrainId.Create(ServiceId.Kind, id.Value));
}
