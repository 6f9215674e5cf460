using Elizon.Grains.Audit;
using Elizon.Grains.Billing;
using Elizon.Grains.Catalog;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Services;
using Elizon.Grains.Storage;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions;

/// <summary>Rules of a change of size: ordered, charged, made or taken back.</summary>
internal static class Upgrading
{
    /// <summary>The account answers at once or, after a crash, is asked again.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);

    /// <exception cref="Refusal">Conflict: a change is being made.</exception>
    public static void Settled(SubscriptionState state)
    {
        if (state.UnderWay is not null)
            throw UpgradeRefusals.UnderWay();
    }

    /// <summary>The order is kept before anything is charged: whatever dies behind it, the charge is asked for again.</summary>
    /// <exception cref="Refusal">Conflict: see <see cref="UpgradeRefusals"/>.</exception>
    public static Change<SubscriptionState> Begin(
        SubscriptionState state,
        UpgradeTerms terms,
        ChangeOrder order,
        ChangeKind kind,
        Caller by,
        DateTimeOffset now
    )
    {
        Changing.Renewable(state);
        if (terms.ExpiresAt <= now)
            throw UpgradeRefusals.QuoteExpired();
        if (terms.Basis != UpgradeTerms.BasisOf(state))
            throw UpgradeRefusals.QuoteChanged();
        if (UpgradePlan.Of(state, terms).Kind != kind)
            throw kind == ChangeKind.Upgrade
                ? UpgradeRefusals.NotAnUpgrade()
                : UpgradeRefusals.NotADowngrade();
        return new Change<SubscriptionState>(
            state with
            {
                UnderWay = new SizeChangeUnderWay(terms, order.NetPoints, order.Restart, by.By)
                {
                    RetryAt = now + Retry,
                },
            }
        );
    }

    /// <summary>The account refused: nothing was charged, the quote may be ordered again.</summary>
    public static Change<SubscriptionState> Declined(SubscriptionState state) =>
        new(state with { UnderWay = null });

    /// <summary>It is paid, or there was nothing to pay: the contract is for the new size, and the service is told.</summary>
    public static Change<SubscriptionState> Charged(
        SubscriptionState state,
        UpgradePlan plan,
        House house,
        DateTimeOffset now
    )
    {
        var underWay = state.UnderWay!;
        var terms = underWay.Terms;
        var sized = Renewing.Longer(plan.Apply(state, terms.Limits), plan.PaidDay, house) with
        {
            Changes = state.Changes + 1,
            ChargedChanges =
                terms.Total > Money.Zero
                    ? (state.ChargedChanges ?? []).Add(
                        new ChargedChange(terms.Invoice, terms.From, plan.PaidDay)
                    )
                    : state.ChargedChanges,
            UnderWay = underWay with { RetryAt = null, Before = Before(state) },
        };
        var next = sized with
        {
            LastChange = new MadeChange(terms.Id, UpgradeViewing.Made(sized, plan, terms)),
        };
        return Renewing
            .To(next)
            .Record(
                AuditRow.Of(
                    Caller.System(now) with
                    {
                        By = underWay.By,
                    },
                    plan.Kind == ChangeKind.Upgrade
                        ? "subscription.upgraded"
                        : "subscription.downgraded",
                    terms.Service,
                    state.Order!.Owner,
                    new()
                    {
                        ["total"] = terms.Total.ToString(),
                        ["days"] = $"{plan.ExtraDays}",
                        ["memory"] = $"{terms.Limits.Memory}",
                        ["disk"] = $"{terms.Limits.Disk}",
                        ["cpu"] = $"{terms.Limits.Cpu}",
                    }
                )
            )
            .Send(
                Address.Of(terms.Service),
                new ServiceSizeChanged(terms.Change, terms.Limits, underWay.Restart)
            );
    }

    /// <summary>The server has its new size. Null for any other change.</summary>
    public static Change<SubscriptionState>? Reached(SubscriptionState state, SizeReached told) =>
        Made(state, told.Change) is { } underWay
            ? Renewing
                .To(state with { UnderWay = null })
                .Send(
                    SendMail.Box(state.Order!.Owner),
                    Mails.SizeChanged(
                        state.Order.Owner,
                        state.Order.Id,
                        state.Order.Name,
                        underWay.Terms.Limits,
                        SubscriptionPrices.List(state),
                        state.Cycle,
                        state.PaidUntil
                    )
                )
            : null;

    /// <summary>
    /// The provider refused for good: the contract is as it was, and what was charged goes back. Nothing else could change it
    /// meanwhile (<see cref="Settled"/>). Null for any other change.
    /// </summary>
    public static Change<SubscriptionState>? Refused(
        SubscriptionState state,
        SizeRefused told,
        House house,
        DateTimeOffset now
    )
    {
        if (Made(state, told.Change) is not { Before: { } before } underWay)
            return null;
        var order = state.Order!;
        var next = state with
        {
            Order = order with { Plan = order.Plan.With(before.Limits) },
            Spans = before.Spans,
            ChargedChanges = before.ChargedChanges,
            Carry = before.Carry,
            Price = before.Price,
            PriceChange = before.PriceChange,
        };
        return Renewing
            .To(Renewing.Longer(next, before.PaidDay, house))
            .Abandon()
            .Record(
                AuditRow.Of(
                    Caller.System(now) with
                    {
                        Reason = told.Reason,
                    },
                    "subscription.changeRefused",
                    order.Id,
                    order.Owner
                )
            )
            .Send(
                SendMail.Box(order.Owner),
                Mails.SizeChangeFailed(order.Owner, order.Id, order.Name, underWay.Terms.Total)
            );
    }

    /// <summary>A change that will not be made any more is off, and what was charged for it goes back.</summary>
    public static Change<SubscriptionState> Abandon(this Change<SubscriptionState> change)
    {
        if (change.Next.UnderWay is not { } underWay)
            return change;
        var off = change with { Next = change.Next with { UnderWay = null } };
        return underWay.Terms.Total > Money.Zero
            ? off.Send(
                Address.Of(AccountId.Of(change.Next.Order!.Owner.Value)),
                new SizeChangeUndone(underWay.Terms.Invoice)
            )
            : off;
    }

    private static SizeChangeUnderWay? Made(SubscriptionState state, string change) =>
        state.UnderWay is { RetryAt: null } underWay && underWay.Terms.Change == change
            ? underWay
            : null;

    private static ContractBefore Before(SubscriptionState state) =>
        new(
            state.Order!.Plan.Limits(),
            state.Spans,
            state.Carry,
            state.PaidDay,
            state.Price,
            state.PriceChange
        )
        {
            ChargedChanges = state.ChargedChanges,
        };
}
