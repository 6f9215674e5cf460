using System.Collections.Concurrent;
using Orleans.Metadata;
using Orleans.Runtime;
using Orleans.Serialization.TypeSystem;

namespace Elizon.Grains.Activation;

/// <summary>
/// Remembers what Orleans calls an interface. Orleans (to 10.4.2) reads an interface's attributes and formats its name each
/// time that somebody asks for a grain, which is most of what asking costs.
/// </summary>
internal sealed class KnownInterfaceTypes(IServiceProvider services, TypeConverter names)
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
