using Elizon.Grains.Clock;

namespace Elizon.Fixtures;

/// <summary>
/// Counts the calls that nobody waits for, as those of workers that talk to the outside, from the moment they are sent: the
/// clock must not pass one that is still on its way. The silo's own count begins with their arrival.
/// </summary>
public sealed class WorkUnderWay : IOutgoingGrainCallFilter, IIncomingGrainCallFilter
{
    private readonly OneWayCalls _oneWay = new();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public async Task Invoke(IOutgoingGrainCallContext context)
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
        catch
        {
            Interlocked.Decrement(ref _count);
            throw;
        }
    }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        finally
        {
            if (_oneWay.Has(context))
                Interlocked.Decrement(ref _count);
        }
    }
}
