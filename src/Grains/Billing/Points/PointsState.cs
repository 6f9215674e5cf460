using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Elizon.Billing;

namespace Elizon.Grains.Billing.Points;

/// <summary>Points of one source that end together.</summary>
/// <param name="Source">Key of the entry that brought them.</param>
internal sealed record PointLot(string Source, int Points, DateTimeOffset ExpiresAt);

/// <summary>The points a customer has.</summary>
internal sealed record PointsState
{
    /// <summary>The next to end first.</summary>
    public ImmutableList<PointLot> Lots { get; init; } = [];

    [JsonIgnore]
    public DateTimeOffset? NextExpiry => Lots.IsEmpty ? null : Lots[0].ExpiresAt;

    /// <summary>Points whose time is over count no more, swept or not.</summary>
    public int At(DateTimeOffset now) => Lots.Where(l => l.ExpiresAt > now).Sum(l => l.Points);

    public PointsState With(PointLot lot) =>
        this with
        {
            Lots = [.. Lots.Add(lot).OrderBy(l => l.ExpiresAt)],
        };

    /// <summary>Takes points, those that end next first. There must be enough of them.</summary>
    public (PointsState Left, ImmutableArray<PointLot> Taken) Take(int points, DateTimeOffset now)
    {
        var rest = ImmutableList.CreateBuilder<PointLot>();
        var taken = ImmutableArray.CreateBuilder<PointLot>();
        foreach (var lot in Lots)
        {
            var part = lot.ExpiresAt > now ? Math.Min(points, lot.Points) : 0;
            points -= part;
            if (part > 0)
                taken.Add(lot with { Points = part });
            if (part < lot.Points)
                rest.Add(lot with { Points = lot.Points - part });
        }
        return points == 0
            ? (this with { Lots = rest.ToImmutable() }, taken.ToImmutable())
            : throw new InvalidOperationException("More points were taken than there are.");
    }

    public PointsView ToView(DateTimeOffset now) =>
        new(
            At(now),
            NetPoints.Worth(At(now)),
            [
                .. Lots.Where(l => l.ExpiresAt > now)
                    .GroupBy(l => l.ExpiresAt)
                    .Select(g => new ExpiringPoints(g.Sum(l => l.Points), g.Key)),
            ]
        );
}
