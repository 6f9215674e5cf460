using System.Globalization;
using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Points;

/// <summary>Points that the house gives and takes.</summary>
internal static partial class NetPoints
{
    private const int MostAtOnce = 1_000_000;
    private const int LongestReason = 500;

    /// <param name="id">Unique per command: derived from its operation, else random.</param>
    public static Change<AccountState> Grant(
        AccountState state,
        AccountId account,
        string id,
        int points,
        string reason,
        Caller by,
        PointsOptions terms,
        DateTimeOffset now
    )
    {
        if (points is 0 or < -MostAtOnce or > MostAtOnce)
            throw PointsRefusals.OutOfRange(MostAtOnce);
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            throw CommonRefusals.Invalid($"'reason' has 1 to {LongestReason} characters.");
        if (-points > state.Points.At(now))
            throw PointsRefusals.TooMany(state.Points.At(now));
        var change = new Change<AccountState>(state);
        var row = new PointRow(
            $"grant/{id}",
            account,
            points > 0 ? PointsReason.Granted : PointsReason.Revoked,
            points,
            null,
            reason,
            now,
            points > 0 ? now.AddDays(terms.LifeDays) : null
        );
        return (
            points > 0
                ? Add(change, row)
                : To(change, state.Points.Take(-points, now).Left).Record(row)
        ).Record(
            AuditRow.Of(
                by with
                {
                    Reason = reason,
                },
                points > 0 ? "netpoints.granted" : "netpoints.revoked",
                account,
                UserId.Of(account.Value),
                new() { ["points"] = points.ToString(CultureInfo.InvariantCulture) }
            )
        );
    }
}
