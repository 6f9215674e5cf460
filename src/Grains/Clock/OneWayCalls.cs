using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;

namespace Elizon.Grains.Clock;

/// <summary>Which calls nobody waits for; looked up once per method.</summary>
internal sealed class OneWayCalls
{
    private readonly ConcurrentDictionary<MethodInfo, bool> _known = new();

    public bool Has(IGrainCallContext call) =>
        _known.GetOrAdd(call.InterfaceMethod, method => method.IsDefined(typeof(OneWayAttribute)));
}
