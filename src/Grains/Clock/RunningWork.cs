namespace Elizon.Grains.Clock;

/// <summary>
/// Counts calls on this silo that nobody waits for, above all those of workers that talk to the outside: while one runs,
/// the clock must not be moved over its lease.
/// </summary>
internal sealed class RunningWork : IIncomingGrainCallFilter
{
    private readonly OneWayCalls _oneWay = new();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (!_oneWay.Has(context))
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
}
