using Elizon.Billing;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Points;

/// <summary>Points that come with paid invoices, and go with what is given back.</summary>
internal static partial class NetPoints
{
    /// <summary>Points for a paid invoice.</summary>
    /// <param name="paid">What was paid with money: points earn no points.</param>
    /// <param name="round">Above 0 for one that is paid again, after its money had gone back.</param>
    public static Change<AccountState> Earn(
        this Change<AccountState> change,
        AccountId account,
        InvoiceId invoice,
        Money paid,
        PointsOptions terms,
        DateTimeOffset now,
        int round = 0
    )
    {
        var points = Earned(paid, terms);
        return points <= 0
            ? change
            : Add(
                change,
                new PointRow(
                    round == 0 ? $"invoice/{invoice}/earned" : $"invoice/{invoice}/earned/{round}",
                    account,
                    PointsReason.Earned,
                    points,
                    invoice,
                    null,
                    now,
                    now.AddDays(terms.LifeDays)
                )
            );
    }

    /// <summary>
    /// Takes back what a part of an invoice had earned, as far as it is still there: spent points are not claimed back.
    /// </summary>
    /// <param name="key">Business key, such as the service that was not delivered.</param>
    public static Change<AccountState> Unearn(
        this Change<AccountState> change,
        AccountId account,
        InvoiceId invoice,
        string key,
        Money part,
        PointsOptions terms,
        DateTimeOffset now
    )
    {
        var points = change.Next.Points;
        var lot = points.Lots.FindLast(l =>
            l.Source.StartsWith($"invoice/{invoice}/earned", StringComparison.Ordinal)
        );
        // Rounded up, so that nothing is left when every part came back.
        var back = (int)Math.Min(Math.Ceiling(part.Euros * terms.PerEuro), lot?.Points ?? 0);
        if (lot is null || back <= 0)
            return change;
        var rest = lot with { Points = lot.Points - back };
        var lots = rest.Points == 0 ? points.Lots.Remove(lot) : points.Lots.Replace(lot, rest);
        return To(change, points with { Lots = lots })
            .Record(
                new PointRow(
                    $"{key}/unearned",
                    account,
                    PointsReason.Revoked,
                    -back,
                    invoice,
                    null,
                    now,
                    null
                )
            );
    }

    private static int Earned(Money paid, PointsOptions terms) =>
        (int)Math.Floor(Math.Max(0, paid.Euros) * terms.PerEuro);
}
