using Elizon.Grains.Audit;
using Elizon.Grains.Billing;
using Elizon.Grains.Storage;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions.PriceChanges;

/// <summary>Rules of a new price for a whole product.</summary>
internal static class Announcing
{
    /// <summary>Contracts that one commit asks: their messages lie in it, so that each is asked once.</summary>
    public const int Page = 100;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <param name="catalogue">The catalogue's price of today; null when it has none.</param>
    /// <exception cref="Refusal">Invalid.</exception>
    public static PriceChangeTerms Checked(
        PriceChangeTerms terms,
        Money? catalogue,
        House house,
        DateTimeOffset now
    )
    {
        if (terms.Price < Money.Zero)
            throw CommonRefusals.Invalid("'price' must not be below 0.00.");
        if ((terms.Before ?? catalogue) is not { } before || before <= Money.Zero)
            throw SubscriptionRefusals.NoPriceBefore();
        var earliest = terms.Price > before ? house.PriceNotice(now) : house.DayOf(now);
        return terms.From < earliest
            ? throw SubscriptionRefusals.NoticeTooShort(earliest)
            : terms with
            {
                Before = before,
            };
    }

    public static Change<PriceChangeState> Begin(
        PriceChangeId id,
        PriceChangeTerms terms,
        ContractCount touched,
        Caller by,
        DateTimeOffset now
    ) =>
        Listed(
                id,
                new PriceChangeState
                {
                    Terms = terms,
                    At = now,
                    Contracts = touched.All,
                    OwnPrice = touched.OwnPrice,
                    NextAt = now,
                }
            )
            .Record(
                AuditRow.Of(
                    by,
                    "price.announced",
                    id,
                    details: new()
                    {
                        ["product"] = terms.Product.Value,
                        ["cycle"] = $"{terms.BillingCycle}",
                        ["before"] = $"{terms.Before}",
                        ["after"] = $"{terms.Price}",
                        ["from"] = $"{terms.From:yyyy-MM-dd}",
                        ["contracts"] = $"{touched.All}",
                    }
                )
            );

    /// <summary>The next contracts are asked; no more of them: it is through.</summary>
    public static Change<PriceChangeState> Ask(
        PriceChangeId id,
        PriceChangeState state,
        IReadOnlyList<ServiceId> contracts,
        DateTimeOffset now
    )
    {
        var terms = state.Terms!;
        var through = contracts.Count < Page;
        var next = state with
        {
            Cursor = contracts.Count > 0 ? contracts[^1].Value : state.Cursor,
            Visited = state.Visited + contracts.Count,
            NextAt = through ? null : now + Pace,
            DoneAt = through ? now : null,
        };
        var told = new PriceAnnounced(
            id,
            terms.BillingCycle,
            terms.Before!.Value,
            terms.Price,
            terms.From
        );
        return contracts.Aggregate(
            Listed(id, next),
            (change, contract) => change.Send(SubscriptionAddress.Of(contract), told)
        );
    }

    private static Change<PriceChangeState> Listed(PriceChangeId id, PriceChangeState next) =>
        new Change<PriceChangeState>(next).Record(PriceChangeRow.Of(id, next));
}
