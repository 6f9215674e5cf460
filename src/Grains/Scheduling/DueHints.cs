namespace Elizon.Grains.Scheduling;

/// <summary>
/// Tells a scheduler about something due before it looks by itself. Far instants need no hint: a scheduler reads its
/// bucket at least once a minute.
/// </summary>
internal sealed class DueHints(IGrainFactory grains, TimeProvider clock)
{
    public static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    public void Changed(string kind, string id, DateTimeOffset? at)
    {
        if (at is { } due && due <= clock.GetUtcNow() + LookAgain)
            _ = grains.GetGrain<ISchedulerGrain>(Bucket.Of(kind, id)).Hint(due);
    }
}
