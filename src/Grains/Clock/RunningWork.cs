using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;

namespace Elizon.Grains.Clock;

/// <summary>
/// Counts calls on this silo that nobody waits for, above all those of workers that talk to the outside: while one runs,
/// the clock must not be moved over its lease.
/// </summary>
internal sealed class RunningWork : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<MethodInfo, bool> _oneWay = new();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (!_oneWay.GetOrAdd(context.InterfaceMethod, IsOneWay))
        {
            await context.Invoke();
            return;
        }
        Interlocked.Increment(ref _count);
        try
        {
            await context.Invoke();
        }
        finally
        {
            Interlocked.Decrement(ref _count);
        }
    }

    private static bool IsOneWay(MethodInfo method) =>
        method.GetCustomAttribute<OneWayAttribute>() is not null;
}
