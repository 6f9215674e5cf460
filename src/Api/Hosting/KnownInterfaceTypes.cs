using System.Collections.Concurrent;
using Orleans.Metadata;
using Orleans.Runtime;
using Orleans.Serialization.TypeSystem;

namespace Elizon.Api.Hosting;

/// <summary>
/// Remembers what Orleans calls an interface. Orleans (to 10.4.2) reads an interface's attributes and formats its name each
/// time that somebody asks for a grain, which is most of what asking costs.
/// </summary>
public sealed class KnownInterfaceTypes(IServiceProvider services, TypeConverter names)
    : IGrainInterfaceTypeProvider
{
    private readonly ConcurrentDictionary<Type, GrainInterfaceType> _known = new();
    private readonly GrainInterfaceTypeResolver _resolver = new(
        [new AttributeGrainInterfaceTypeProvider(services)],
        names
    );

    public bool TryGetGrainInterfaceType(Type type, out GrainInterfaceType grainInterfaceType)
    {
        grainInterfaceType = default;
        if (type.IsGenericType)
            return false;
        grainInterfaceType = _known.GetOrAdd(type, _resolver.GetGrainInterfaceType);
        return true;
    }
}

/// <summary>Wiring, for silos and for programs that are clients of the cluster.</summary>
public static class InterfaceTypesSetup
{
    /// <summary>After Orleans' own services; before them in the order in which they are asked, for the first answer counts.</summary>
    public static void AddKnownInterfaceTypes(this IServiceCollection services) =>
        services.Insert(
            0,
            ServiceDescriptor.Singleton<IGrainInterfaceTypeProvider, KnownInterfaceTypes>()
        );
}
