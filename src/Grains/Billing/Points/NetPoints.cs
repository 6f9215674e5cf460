using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Points;

/// <summary>
/// Rules of NetPoints. Redeemed points are a means of payment, not a lower price: the house books their worth from goodwill
/// to the balance, and the balance pays. Invoice and VAT stay as they are.
/// </summary>
internal static partial class NetPoints
{
    public static Money Worth(int points) => new(points);

    /// <summary>The most points that may pay so much.</summary>
    public static int Maximum(
        AccountState state,
        Money total,
        PointsOptions terms,
        DateTimeOffset now
    )
    {
        var share = (long)Math.Floor(Math.Max(0, total.Cents) * (decimal)terms.MaxShare / 100);
        return (int)Math.Min(state.Points.At(now), share);
    }

    public static PointsPreview Preview(
        AccountState state,
        Money total,
        PointsOptions terms,
        DateTimeOffset now
    )
    {
        if (total < Money.Zero)
            throw CommonRefusals.Invalid("'total' must not be negative.");
        var most = Maximum(state, total, terms, now);
        return new PointsPreview(state.Points.At(now), most, Worth(most), total - Worth(most));
    }

    /// <summary>
    /// Pays with as many points as there are, for renewals (points, then balance, then mandate): their worth is on the
    /// balance afterwards. Nothing happens when there are none.
    /// </summary>
    /// <param name="key">Business key of the payment, such as "subscription/ab12/7".</param>
    /// <returns>What they were worth.</returns>
    public static (Change<AccountState> Change, Money Redeemed) Spend(
        Change<AccountState> change,
        AccountId account,
        string key,
        Money wanted,
        InvoiceId? invoice,
        PointsOptions terms,
        DateTimeOffset now
    )
    {
        var points = Maximum(change.Next, wanted, terms, now);
        if (points == 0)
            return (change, Money.Zero);
        var (taken, _) = Take(change, account, key, points, invoice, now);
        return (taken.Redeem(account, key, points, invoice, now), Worth(points));
    }

    /// <summary>Points pay what they can where the balance pays the rest; else nothing changes.</summary>
    public static Change<AccountState> SpendIfCovered(
        this Change<AccountState> change,
        AccountId account,
        string key,
        Money total,
        InvoiceId invoice,
        PointsOptions terms,
        DateTimeOffset now
    )
    {
        var (spent, _) = Spend(change, account, key, total, invoice, terms, now);
        return spent.Next.Balance >= total ? spent : change;
    }

    /// <summary>Takes points off without paying yet; they come back by <see cref="Return"/>.</summary>
    public static (Change<AccountState> Change, ImmutableArray<PointLot> Taken) Take(
        Change<AccountState> change,
        AccountId account,
        string key,
        int points,
        InvoiceId? invoice,
        DateTimeOffset now
    )
    {
        var (rest, taken) = change.Next.Points.Take(points, now);
        return (
            To(change, rest)
                .Record(
                    new PointRow(
                        $"{key}/redeemed",
                        account,
                        PointsReason.Redeemed,
                        -points,
                        invoice,
                        null,
                        now,
                        null
                    )
                ),
            taken
        );
    }

    /// <summary>Books the worth of taken points to the balance.</summary>
    public static Change<AccountState> Redeem(
        this Change<AccountState> change,
        AccountId account,
        string key,
        int points,
        InvoiceId? invoice,
        DateTimeOffset now
    ) => change.Book(account, Movements.PointsToBalance(key, Worth(points), invoice), now);

    /// <summary>Gives taken points back with the end they had; those that ended meanwhile are swept at once.</summary>
    public static Change<AccountState> Return(
        this Change<AccountState> change,
        AccountId account,
        string key,
        ImmutableArray<PointLot> taken,
        DateTimeOffset now
    )
    {
        if (taken.IsDefaultOrEmpty)
            return change;
        var points = taken.Aggregate(change.Next.Points, (state, lot) => state.With(lot));
        return To(change, points)
            .Record(
                new PointRow(
                    $"{key}/returned",
                    account,
                    PointsReason.Returned,
                    taken.Sum(l => l.Points),
                    null,
                    null,
                    now,
                    null
                )
            );
    }

    /// <summary>Sweeps what ended; null when nothing did.</summary>
    public static Change<AccountState>? Expire(
        AccountState state,
        AccountId account,
        DateTimeOffset now
    )
    {
        var over = state.Points.Lots.Where(l => l.ExpiresAt <= now).ToArray();
        if (over.Length == 0)
            return null;
        var rest = state.Points with { Lots = state.Points.Lots.RemoveRange(over) };
        return To(new Change<AccountState>(state), rest)
            .Record(
                new PointRow(
                    $"{account}/expired/{now.UtcTicks}",
                    account,
                    PointsReason.Expired,
                    -over.Sum(l => l.Points),
                    null,
                    null,
                    now,
                    null
                )
            );
    }

    /// <summary>All points end with the account.</summary>
    public static Change<AccountState> EndPoints(
        this Change<AccountState> change,
        AccountId account,
        DateTimeOffset now
    )
    {
        var lots = change.Next.Points.Lots;
        return lots.IsEmpty
            ? change
            : To(change, change.Next.Points with { Lots = [] })
                .Record(
                    new PointRow(
                        $"{account}/closed/{now.UtcTicks}",
                        account,
                        PointsReason.Expired,
                        -lots.Sum(l => l.Points),
                        null,
                        null,
                        now,
                        null
                    )
                );
    }

    private static Change<AccountState> Add(Change<AccountState> change, PointRow row) =>
        To(change, change.Next.Points.With(new PointLot(row.Key, row.Points, row.ExpiresAt!.Value)))
            .Record(row);

    private static Change<AccountState> To(Change<AccountState> change, PointsState points) =>
        change with
        {
            Next = change.Next with { Points = points },
        };
}
