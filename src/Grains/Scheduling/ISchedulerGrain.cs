using Orleans.Concurrency;

namespace Elizon.Grains.Scheduling;

/// <summary>Works one bucket of the due index; the key is the bucket's number.</summary>
[Alias("ISchedulerGrain")]
public interface ISchedulerGrain : IGrainWithIntegerKey
{
    /// <summary>Starts the timer and the reminder that revives it. Idempotent.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Something in this bucket is due at the given instant, soon.</summary>
    [Alias("Hint"), OneWay]
    Task Hint(DateTimeOffset at);

    /// <summary>Does all that is due now and says how many there were. What the timer calls, and tests.</summary>
    [Alias("RunDue")]
    Task<int> RunDue();
}
