using Elizon.ApiKeys;
using Elizon.Grains.Identity;

namespace Elizon.Grains.ApiKeys;

/// <summary>A key and its use.</summary>
internal sealed class KeyState
{
    public const int MostDays = 31;

    public KeyFacts? Facts { get; set; }

    public long Total { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Oldest first.</summary>
    public List<ApiKeyDay> Days { get; set; } = [];

    public void Count(DateTimeOffset now, bool allowed)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (Days.Count == 0 || Days[^1].Day < today)
            Days.Add(new ApiKeyDay(today, 0, 0));
        if (Days.Count > MostDays)
            Days.RemoveAt(0);
        Days[^1] = Days[^1] with
        {
            Requests = Days[^1].Requests + 1,
            Limited = Days[^1].Limited + (allowed ? 0 : 1),
        };
        Total++;
        LastUsedAt = now;
    }
}
