using Elizon.Grains.Providers;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>An attempt as our tables have it.</summary>
internal sealed record OurPayment(
    string ProviderId,
    PaymentId Payment,
    string Status,
    Money Amount,
    Money Refunded,
    Money ChargedBack
);

/// <summary>Our attempts against the provider's payments of the same days.</summary>
internal static class Reconciling
{
    public static PaymentDifference[] Compare(
        IReadOnlyCollection<OurPayment> ours,
        IReadOnlyCollection<ProviderPayment> theirs
    )
    {
        var known = ours.ToDictionary(o => o.ProviderId, StringComparer.Ordinal);
        var there = theirs.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. theirs.SelectMany(t =>
                known.TryGetValue(t.Id, out var our) ? Compare(our, t) : [Unknown(t)]
            ),
            .. ours.Where(o => !there.Contains(o.ProviderId))
                .Select(o => new PaymentDifference(
                    PaymentDifferenceKind.MissingThere,
                    o.ProviderId,
                    o.Payment,
                    $"{o.Status} {o.Amount}",
                    ""
                )),
        ];
    }

    private static IEnumerable<PaymentDifference> Compare(OurPayment our, ProviderPayment their)
    {
        if (our.Status != their.Status.ToString())
            yield return Of(
                PaymentDifferenceKind.OtherStatus,
                our,
                our.Status,
                their.Status.ToString()
            );
        if (!their.Euros || our.Amount != their.Amount)
            yield return Of(
                PaymentDifferenceKind.OtherAmount,
                our,
                our.Amount.ToString(),
                their.Euros ? their.Amount.ToString() : "another currency"
            );
        if (our.Refunded != their.Refunded || our.ChargedBack != their.ChargedBack)
            yield return Of(
                PaymentDifferenceKind.OtherMoneyBack,
                our,
                $"{our.Refunded} refunded, {our.ChargedBack} charged back",
                $"{their.Refunded} refunded, {their.ChargedBack} charged back"
            );
    }

    private static PaymentDifference Unknown(ProviderPayment their) =>
        new(
            their.Intent is null
                ? PaymentDifferenceKind.Foreign
                : PaymentDifferenceKind.UnknownHere,
            their.Id,
            their.Intent,
            "",
            $"{their.Status} {their.Amount}"
        );

    private static PaymentDifference Of(
        PaymentDifferenceKind kind,
        OurPayment our,
        string ours,
        string theirs
    ) => new(kind, our.ProviderId, our.Payment, ours, theirs);
}
