using Elizon.Grains.Billing.Points;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Orders;

/// <summary>Rules of the end of a draft's time.</summary>
internal static class Drafts
{
    /// <summary>Lets drafts go whose time is over and gives their stock back; null when there is none.</summary>
    public static Change<AccountState>? Lapse(AccountState state, House house, DateTimeOffset now)
    {
        var over = state.Drafts.Values.Where(d => d.LapsesAt <= now).ToArray();
        return over.Length == 0
            ? null
            : over.Aggregate(
                new Change<AccountState>(state),
                (change, draft) => Lapse(change, draft, house, now)
            );
    }

    private static Change<AccountState> Lapse(
        Change<AccountState> change,
        Draft draft,
        House house,
        DateTimeOffset now
    )
    {
        var next = change.Next with { Drafts = change.Next.Drafts.Remove(draft.Order.Invoice) };
        change = (change with { Next = next })
            .Record(OrderRow.Of(draft.Order, OrderStatus.Lapsed, now))
            .Record(DraftRow.Of(draft, house, now));
        return change.ReturnPoints(draft, now).Release(draft.Order);
    }
}
